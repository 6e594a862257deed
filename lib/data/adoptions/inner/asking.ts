import 'server-only'
import { and, desc, eq, gte, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { categories, noticeRows, notices, rules, units } from '@/db/schema'
import type { AdoptionFacts } from '@/lib/domain/adoptions/adoption'
import { againInWords, countedInWords, scoredBy, unvaluedInWords } from '@/lib/domain/adoptions/again'
import { Fault } from '@/lib/domain/base/fault'
import { type FrozenRows, thaw } from '@/lib/domain/notices/frozen'
import { type Rules, rulesInForce } from '@/lib/domain/rules/book'
import { type Adopted, pointLinesOf } from '@/lib/domain/rules/lines'
import { isUnvalued } from '@/lib/domain/rules/unvalued'
import type { Quarter } from '@/lib/domain/time/quarter'
import { ruleRows } from '../../rules/inner/lines'
import type { Adoption } from '../reading'

/** What a person was told before pressing again. */
export type ToldBefore = readonly string[]

/** A question whose yes comes with the next press, beside all that was answered before. */
function question(words: string, told: ToldBefore, tokens: readonly string[]): Fault {
  return new Fault('conflict', words, {}, [...new Set([...told, ...tokens])])
}

/** Several faults as one: all that they say, and one yes for all questions among them. */
export function together(faults: readonly Fault[]): Fault {
  const [first, ...others] = faults
  if (!first) throw new RangeError('no fault')
  if (others.length === 0) return first
  const words = [...new Set(faults.map(({ message }) => message))].join('')
  const fields = Object.assign({}, ...faults.map((fault) => fault.fields).reverse())
  return new Fault(first.code, words, fields, [...new Set(faults.flatMap(({ told }) => told))])
}

/** By which a person is known to have been told that this scores nothing. */
export function unvaluedToken({ itemId, kind }: Pick<Intended, 'itemId' | 'kind'>): string {
  return `0-${itemId}-${kind}`
}

/** An adoption as it would be recorded. */
export type Intended = Pick<Adopted, 'unitId' | 'kind' | 'publication' | 'sharers' | 'with'> & {
  itemId: string
  quarter: Quarter
}

/** What is asked before an item is recorded once more in a kind in which `there` stand already; null where nothing is. */
export async function againQuestion(tx: Database, intended: Intended, there: readonly Adoption[], told: ToldBefore) {
  const same = there.filter((one) => one.kind === intended.kind)
  if (same.every(({ id }) => told.includes(id))) return null
  const more = scoredBy(...(await besides(tx, intended, there)))
  const words = againInWords(same, more)
  return question(
    words,
    told,
    same.map(({ id }) => id),
  )
}

/** What one more adoption is judged by: itself, what the item has in that quarter, the rules of its unit's category there. */
export async function besides(
  tx: Database,
  { quarter, ...intended }: Intended,
  there: readonly Adoption[],
): Promise<[added: Adopted, before: Adopted[], rules: Rules]> {
  const before = there
    .filter((one) => one.quarter === quarter)
    .map(({ id, kind, publication, sharers }) => ({ ...intended, id, kind, publication, sharers, count: 1 }))
  const book = await tx.select().from(rules)
  const [unit] = await tx.select({ category: units.category }).from(units).where(eq(units.id, intended.unitId))
  return [{ ...intended, id: 'added', count: 1 }, before, rulesInForce(book, unit?.category ?? '', quarter)]
}

/** What is asked before an adoption is recorded in a kind that nobody valued for the category of its unit. */
export async function unvaluedQuestion(tx: Database, intended: Intended, told: ToldBefore) {
  const token = unvaluedToken(intended)
  if (told.includes(token)) return null
  const [unit] = await tx
    .select({ category: units.category, name: categories.name })
    .from(units)
    .innerJoin(categories, eq(categories.key, units.category))
    .where(eq(units.id, intended.unitId))
  if (!unit || !isUnvalued(await ruleRows(tx), unit.category, intended)) return null
  return question(unvaluedInWords(intended.kind, unit.name), told, [token])
}

type Stored = AdoptionFacts & { id: string; itemId: string; recordedAt: number }

/** Says what the newest notice of its quarter counts of an adoption, before it is revoked; the reason then goes with it. */
export async function askCounted(tx: Database, adoption: Stored, told: ToldBefore | 'never') {
  const [notice] = await tx
    .select({ id: notices.id, number: notices.number, figures: notices.figures, rows: noticeRows.rows })
    .from(notices)
    .innerJoin(noticeRows, eq(noticeRows.noticeId, notices.id))
    .where(and(eq(notices.quarter, adoption.quarter), gte(notices.issuedAt, adoption.recordedAt)))
    .orderBy(desc(notices.issuedAt), desc(sql`${notices.version}`))
    .limit(1)
  if (!notice) return
  const token = `n-${notice.id}-${adoption.id}`
  if (told !== 'never' && told.includes(token)) return
  const counted = (JSON.parse(notice.rows) as FrozenRows).adoptions.find(({ id }) => id === adoption.id)
  if (!counted) return
  const words = countedInWords(adoption, notice, scoredThen(notice.figures, counted))
  if (told === 'never') throw new Fault('conflict', `${words}请打开这条信息，在“已登记的采用”中写明原因后撤销。`)
  throw question(`${words}请核对撤销原因。`, told, [token])
}

/** What an adoption scored for the unit that sent the item, by all that the notice was computed from. */
function scoredThen(figures: string, { id, unitId }: Adopted) {
  const { adoptions, units: ranked, rules: book, quarter } = thaw(figures)
  const unit = ranked.find((one) => one.id === unitId)
  if (!unit) return null
  const lines = pointLinesOf({ adoptions }, new Set([unitId]), rulesInForce(book, unit.category, quarter))
  const own = lines.get(unitId)?.find((line) => line.of === 'adoption' && line.adopted.id === id)
  return own?.points ?? null
}
