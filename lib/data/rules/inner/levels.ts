import 'server-only'
import { asc } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { levels } from '@/db/schema'
import {
  addedLevel,
  isKind,
  KINDS,
  type Kind,
  type KindRow,
  kindRow,
  kindsOfLevels,
  type Level,
  type LevelRow,
} from '@/lib/domain/adoptions/kinds'

/** The levels of adoption, the four of every district first. */
export async function levelsNow(tx: Database): Promise<LevelRow[]> {
  const rows = await tx.select().from(levels).orderBy(asc(levels.position))
  return rows
}

/** The kinds of adoption that the office knows, in the order of the tables' columns. */
export async function kindsNow(tx: Database): Promise<KindRow[]> {
  return kindsOfLevels(await levelsNow(tx))
}

/** Whether the office knows this kind: the six always, others once their level was added. */
export async function knowsKind(tx: Database, kind: Kind): Promise<boolean> {
  return KINDS.some((row) => row.kind === kind) || (await kindsNow(tx)).some((row) => row.kind === kind)
}

/** Adds the levels of those among the kinds that the office does not know yet, as an import names them. */
export async function addLevelsOf(tx: Database, kinds: readonly string[]): Promise<void> {
  const known = await levelsNow(tx)
  const unknown = new Map<Level, boolean>()
  for (const row of kinds.filter(isKind).map(kindRow)) {
    if (known.some(({ level }) => level === row.level)) continue
    unknown.set(row.level, unknown.get(row.level) || row.form !== null)
  }
  let position = Math.max(0, ...known.map((row) => row.position))
  for (const [level, formed] of unknown) await tx.insert(levels).values(addedLevel(level, formed, ++position))
}
