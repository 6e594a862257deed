import 'server-only'
import { asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { editionEntries, items, textSources, texts, units } from '@/db/schema'
import { releasedBody } from '@/lib/domain/editions/paper'
import type { SourceFacts } from '@/lib/domain/editions/publication'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { jointUnits } from '../../adoptions/inner/joint'

/** What stands in an edition, in order. */
export async function entriesOfEdition(tx: Database, editionId: string): Promise<EditionEntry[]> {
  const rows = await tx
    .select({
      textId: editionEntries.textId,
      itemId: texts.itemId,
      releasedTitle: editionEntries.title,
      releasedBody: editionEntries.body,
      adoptions: editionEntries.adoptions,
      title: texts.title,
      body: texts.body,
      dropped: texts.dropped,
    })
    .from(editionEntries)
    .innerJoin(texts, eq(texts.id, editionEntries.textId))
    .where(eq(editionEntries.editionId, editionId))
    .orderBy(asc(editionEntries.position))
  const sources = await sourcesOf(
    tx,
    rows.map(({ textId }) => textId),
  )
  return rows.map(({ textId, itemId, ...row }) => {
    const { own, names } = sources.get(textId) ?? { own: [], names: [] }
    return {
      textId,
      itemId,
      stands: row.adoptions === null ? null : (JSON.parse(row.adoptions) as string[]),
      dropped: row.dropped,
      title: row.releasedTitle ?? row.title,
      body: row.releasedBody ?? releasedBody(row.body, names),
      sources: own,
      units: names,
    }
  })
}

/** Who composed an edition: whoever began it and whoever picked what stands in it. Their releasing it is proposing. */
export async function composersOf(tx: Database, edition: { id: string; madeBy: string }): Promise<(string | null)[]> {
  const rows = await tx
    .selectDistinct({ by: editionEntries.pickedBy })
    .from(editionEntries)
    .where(eq(editionEntries.editionId, edition.id))
  return [edition.madeBy, ...rows.map(({ by }) => by)]
}

/** The items behind edited texts and the units that share in them, those who sent them first, each named once. */
export async function sourcesOf(
  tx: Database,
  textIds: readonly string[],
): Promise<Map<string, { own: EntrySource[]; names: string[] }>> {
  if (textIds.length === 0) return new Map()
  const rows = await tx
    .select({
      textId: textSources.textId,
      itemId: items.id,
      ref: items.ref,
      state: items.state,
      notUsed: items.notUsed,
      submittedAt: items.submittedAt,
      createdAt: items.createdAt,
      unitId: units.id,
      unit: units.name,
    })
    .from(textSources)
    .innerJoin(items, eq(items.id, textSources.itemId))
    .innerJoin(units, eq(units.id, items.unitId))
    .where(inArray(textSources.textId, [...textIds]))
    .orderBy(asc(textSources.position))
  const joint = await jointUnits(tx, [...new Set(rows.map(({ itemId }) => itemId))])
  return new Map(
    textIds.map((id) => {
      const own = rows
        .filter(({ textId }) => textId === id)
        .map(({ textId: _, submittedAt, createdAt, state, ...row }) => ({
          ...row,
          state,
          day: dayOfInstant(submittedAt ?? createdAt),
        }))
      const partners = joint.filter(({ itemId }) => own.some((source) => source.itemId === itemId))
      return [id, { own, names: [...new Set([...own, ...partners].map(({ unit }) => unit))] }]
    }),
  )
}

export type EntrySource = SourceFacts & { itemId: string; unitId: string; unit: string }

/** What stands in an edition, as it is now: the released words, else those of the newest version of its text. */
export type EditionEntry = {
  textId: string
  /** The adoptions that it stands for since its release; null before, and of old editions. */
  stands: readonly string[] | null
  title: string
  /** Its last line says who contributed it. */
  body: string
  /** Whether its edited text was given up after it was picked. */
  dropped: boolean
  /** The single item that it was edited from; null for one made of several. */
  itemId: string | null
  sources: EntrySource[]
  /** Who contributed it, those who sent it first. */
  units: string[]
}
