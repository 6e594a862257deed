import 'server-only'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { items, textSources, textVersions } from '@/db/schema'
import type { Kind } from '@/lib/domain/adoptions/kinds'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import { together } from '../../adoptions/inner/asking'
import { jointUnits } from '../../adoptions/inner/joint'
import { type Origin, recordAdoption } from '../../adoptions/inner/record'
import { standingTaking } from '../../adoptions/inner/taking'
import { refuseIsolated } from '../../core/load'

export type TextAdoption = {
  textId: string
  kind: Kind
  adoptedOn: string
  publication: string
  issueNo: string
  evidence: string
}

/** Who made an edited text what it is: whoever began it and whoever saved a version. Their recording is proposing. */
export async function writersOfText(tx: Database, id: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ by: textVersions.editedBy })
    .from(textVersions)
    .where(eq(textVersions.textId, id))
  return rows.map(({ by }) => by)
}

/** `stood`: of the adoptions that were there already those that are of the same taking, so that none was recorded. */
export type TakenText = { adoptions: string[]; stood: string[] }

/**
 * Records the adoption of an edited text within a running write: one adoption a unit, on the first of its items among
 * the sources, shared among all units that the text was made of. Several items of one unit are one adoption, since one
 * text was adopted. Where `same` is said, what was adopted in the kind already was adopted by this very taking. Throws a
 * Fault that names the item when one of them can't be adopted, and asks of all that must be asked at once; the whole write is
 * then undone.
 */
export async function adoptText(
  tx: Database,
  viewer: Viewer,
  { textId, ...input }: TextAdoption,
  at: number,
  { same = false, ...origin }: Omit<Origin, 'shared' | 'replaces'> & { same?: boolean } = {},
): Promise<TakenText> {
  const sources = await tx
    .select({ itemId: items.id, ref: items.ref, unitId: items.unitId, isolatedAt: items.isolatedAt })
    .from(textSources)
    .innerJoin(items, eq(items.id, textSources.itemId))
    .where(eq(textSources.textId, textId))
    .orderBy(textSources.position)
  if (sources.length === 0) throw notFound('编辑稿')
  for (const source of sources) refuseIsolated(source)
  const joint = await jointUnits(
    tx,
    sources.map(({ itemId }) => itemId),
  )
  const first = sources.filter((source, i) => sources.findIndex(({ unitId }) => unitId === source.unitId) === i)
  const senders = new Set(first.map(({ unitId }) => unitId))
  // A unit that shares several of the items has one share; the first item that names it bears it.
  const partners = new Map<string, string>()
  for (const { itemId, unitId } of joint) {
    const bearer = first.find((source) => source.itemId === itemId)?.itemId ?? first[0]?.itemId
    if (bearer && !senders.has(unitId) && !partners.has(unitId)) partners.set(unitId, bearer)
  }
  const sharers = senders.size + partners.size
  const done: TakenText = { adoptions: [], stood: [] }
  const questions: Fault[] = []
  for (const { itemId, ref, unitId } of first) {
    const shares = [...partners].flatMap(([unitId, bearer]) => (bearer === itemId ? [unitId] : []))
    try {
      const shared = sources.length > 1 ? { textId, sharers, with: shares } : undefined
      const taking = { id: itemId, unitId, ...input }
      const { stands, replaces } = same ? await standingTaking(tx, viewer, taking, shared, at) : NONE
      if (stands) done.stood.push(stands.id)
      else {
        const from = { ...origin, shared, replaces }
        done.adoptions.push((await recordAdoption(tx, viewer, { id: itemId, ...input }, at, from)).id)
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      const named = new Fault(error.code, `${ref}：${error.message}`, error.fields, error.told)
      if (named.told.length === 0) throw named
      questions.push(named)
    }
  }
  if (questions.length > 0) throw together(questions)
  return done
}

const NONE = { stands: undefined, replaces: undefined }
