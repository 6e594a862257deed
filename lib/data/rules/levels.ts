import 'server-only'
import { record } from '@/db/audit'
import { db } from '@/db/client'
import { levels } from '@/db/schema'
import { addedLevel, isAdded, type KindRow, kindsOfLevels, levelFault } from '@/lib/domain/adoptions/kinds'
import type { Arrival } from '@/lib/domain/base/arrival'
import { fieldFault } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import type { LevelInput } from '@/lib/schemas/rules'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { levelUse } from './inner/level-use'
import { kindsNow, levelsNow } from './inner/levels'

/** The same for the forms that offer them. */
export async function kindsFor(viewer: Viewer): Promise<KindRow[]> {
  authorize(viewer, 'figures.read')
  return kindsNow(db())
}

/** The kinds in which authorities above the district adopt. */
export async function upperKindsFor(viewer: Viewer): Promise<KindRow[]> {
  authorize(viewer, 'upper.read')
  return kindsOfLevels((await levelsNow(db())).filter(({ upper }) => upper))
}

/** The levels that the office has added, each with why it can't be taken away; null where it can. */
export async function addedLevels(viewer: Viewer): Promise<{ level: string; use: string | null }[]> {
  authorize(viewer, 'level.drop')
  const tx = db()
  const added = (await levelsNow(tx)).filter(({ level }) => isAdded(level))
  return Promise.all(added.map(async (row) => ({ level: row.level, use: await levelUse(tx, row) })))
}

/** Adds a level of adoption above the others ("国家级"); it scores once its kinds have points. Gives its name. */
export function addLevel(viewer: Viewer, { short, formed }: LevelInput, arrival: Arrival): Promise<{ level: string }> {
  return write(viewer, 'level.add', arrival, { short, formed }, async (tx) => {
    authorize(viewer, 'level.add')
    const known = await levelsNow(tx)
    const fault = levelFault(
      short,
      known.map(({ level }) => level),
    )
    if (fault) throw fieldFault('short', 'invalid', fault)
    const position = Math.max(0, ...known.map((row) => row.position)) + 1
    const row = addedLevel(`${short}采用`, formed, position)
    await tx.insert(levels).values(row)
    // No `figures`: nothing is adopted there yet, and nothing scores.
    await record(tx, viewer.userId, { verb: 'level.add', subject: row.level, detail: { formed, position } }, arrival.at)
    return { level: row.level }
  })
}
