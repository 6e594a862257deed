import 'server-only'
import type { Database } from '@/db/client'
import { adoptionInWords } from '@/lib/domain/adoptions/adoption'
import { moreInWords, scoredBy } from '@/lib/domain/adoptions/again'
import type { Kind } from '@/lib/domain/adoptions/kinds'
import type { Viewer } from '@/lib/domain/people/policy'
import { besides } from '../../adoptions/inner/asking'
import { type Adoption, adoptionsOf } from '../../adoptions/reading'
import { adoptionQuarter } from '../../notices/inner/open-quarter'
import type { EditionEntry } from './entries'

/** What an entry was adopted as before its edition is released, and what another record would come to. */
export type There = { words: string; more: string }

type Taking = { kind: Kind; publication: string; day: string }

/** Of the entries of an edition those whose items were adopted in its kind already, by their texts. */
export async function alreadyAdopted(
  tx: Database,
  viewer: Viewer,
  entries: readonly EditionEntry[],
  { kind, publication, day }: Taking,
  now: number,
): Promise<Map<string, There>> {
  const all = await adoptionsOf(viewer, [...new Set(entries.flatMap(itemsOf))], tx)
  const there = new Map<string, There>()
  for (const entry of entries) {
    const ofItem = (id: string) => all.filter((one) => one.itemId === id)
    const same = entry.sources.flatMap((source) => ofItem(source.itemId).filter((one) => one.kind === kind))
    const source = entry.sources.find(({ itemId }) => itemId === same[0]?.itemId)
    if (!source) continue
    const { itemId, unitId } = source
    const quarter = await adoptionQuarter(tx, { itemId, kind, adoptedOn: day }, now)
    const intended = { itemId, unitId, kind, publication, quarter, sharers: entry.units.length }
    const more = scoredBy(...(await besides(tx, intended, ofItem(itemId))))
    there.set(entry.textId, { words: wordsOf(same, entry), more: moreInWords(more) })
  }
  return there
}

const itemsOf = ({ sources }: EditionEntry) => sources.map(({ itemId }) => itemId)

/** The adoptions that are there; of a text made of several items with whose they are. */
function wordsOf(same: readonly Adoption[], { sources }: EditionEntry): string {
  const named = (itemId: string) =>
    sources.length > 1 ? `${sources.find((source) => source.itemId === itemId)?.unit}` : ''
  return same.map((one) => `${named(one.itemId)}已有${adoptionInWords(one)}`).join('；')
}
