import 'server-only'
import { and, eq, or } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import { type Database, db } from '@/db/client'
import { items, units } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import { originalInWords, reasonInWords } from '@/lib/domain/desk/reason'
import { type ItemState, itemNamed, originalFault } from '@/lib/domain/items/item'
import type { AuditDetails } from '@/lib/domain/office/audit'
import type { Viewer } from '@/lib/domain/people/policy'
import type { DuplicateInput, NotUsedInput, ReinstateInput } from '@/lib/schemas/items'
import { authorize } from '../core/authorize'
import { figuresOf, type ItemRow, load, recordEvent, sameVersion } from '../core/load'
import { itemScope } from '../core/scope'
import { write } from '../core/write'
import { codeWords } from '../desk/inner/codes'

type Ruled = { id: string; version: number }

/** Rules a received item 未采用. It still counts: no figure moves. */
export function ruleNotUsed(viewer: Viewer, input: NotUsedInput, arrival: Arrival): Promise<Ruled> {
  return write(viewer, 'item.not_used', arrival, input, async (tx) => {
    const { item, to } = await load(tx, viewer, 'not_used', input.id)
    sameVersion(item, input.version)
    const words = reasonInWords(await codeWords(tx, 'not_used', input.reasonId), input.reason)
    const set = { state: to, notUsed: true, duplicateOf: null, reasonId: input.reasonId || null, reason: input.reason }
    const detail = { ...traceOf(item, words), reasonId: set.reasonId }
    return rule(tx, viewer, item, 'not_used', { set, words, detail, at: arrival.at })
  })
}

/** Rules an item to repeat another one that counts: it no longer counts itself. */
export function ruleDuplicate(viewer: Viewer, input: DuplicateInput, arrival: Arrival): Promise<Ruled> {
  return write(viewer, 'item.duplicate', arrival, input, async (tx) => {
    const { item, to } = await load(tx, viewer, 'duplicate', input.id)
    sameVersion(item, input.version)
    const original = await originalNamed(tx, viewer, item, input.of)
    const code = await codeWords(tx, 'duplicate', input.reasonId)
    const set = {
      state: to,
      notUsed: false,
      duplicateOf: original.id,
      reasonId: input.reasonId || null,
      reason: input.reason,
    }
    const words = reasonInWords(originalInWords(original, item.unitId), reasonInWords(code, input.reason) ?? '')
    const detail = { ...traceOf(item, words), of: original.id, reasonId: set.reasonId }
    return rule(tx, viewer, item, 'duplicate', { set, words, detail, at: arrival.at, moves: true })
  })
}

/** Takes either verdict back: what had been a duplicate counts again, in the quarter of its submission. */
export function reinstate(viewer: Viewer, input: ReinstateInput, arrival: Arrival): Promise<Ruled> {
  return write(viewer, 'item.reinstate', arrival, input, async (tx) => {
    const { item, to } = await load(tx, viewer, 'reinstate', input.id)
    sameVersion(item, input.version)
    const set = { state: to, notUsed: false, duplicateOf: null, reasonId: null, reason: null }
    const moves = item.state === 'duplicate'
    const words = input.reason || null
    const from = moves ? ('duplicate' as const) : ('not_used' as const)
    const detail = { ...traceOf(item, words), from }
    return rule(tx, viewer, item, 'reinstate', { set, words, detail, at: arrival.at, moves })
  })
}

type Ruling = 'not_used' | 'duplicate' | 'reinstate'

type Change<Verb extends Ruling> = {
  set: {
    state: ItemState
    notUsed: boolean
    duplicateOf: string | null
    reasonId: string | null
    reason: string | null
  }
  words: string | null
  detail: AuditDetails[`item.${Verb}`]
  at: number
  /** Whether the item begins or ceases to count. */
  moves?: boolean
}

/** What every ruling leaves in the log: whose item it was, and a digest of the words. */
function traceOf({ unitId: unit }: ItemRow, words: string | null): { unit: string; reason?: string } {
  return { unit, ...(words && { reason: digestOf(words) }) }
}

async function rule<Verb extends Ruling>(
  tx: Database,
  viewer: Viewer,
  item: ItemRow,
  verb: Verb,
  change: Change<Verb>,
): Promise<Ruled> {
  const version = item.version + 1
  await tx
    .update(items)
    .set({ ...change.set, version, updatedAt: change.at })
    .where(eq(items.id, item.id))
  await recordEvent(tx, viewer, { id: item.id, version }, { verb, at: change.at, reason: change.words ?? undefined })
  const figures = change.moves ? figuresOf(item) : {}
  await record(
    tx,
    viewer.userId,
    { verb: `item.${verb}`, subject: item.id, detail: change.detail, ...figures },
    change.at,
  )
  return { id: item.id, version }
}

/** The item that a number, an id or the address of its page names; never a link of a chain. */
async function originalNamed(tx: Database, viewer: Viewer, item: ItemRow, named: string): Promise<ItemRow> {
  const refuse = (message: string) => new Fault('invalid', message, { of: message })
  const id = itemNamed(named)
  const [original] = await tx
    .select()
    .from(items)
    .where(and(or(eq(items.ref, named), eq(items.ref, id), eq(items.id, id)), itemScope(viewer)))
  if (!original) throw refuse('没有找到这个编号的信息，请核对编号，例如 2026Q4-0007。')
  const fault = originalFault(item, original)
  if (fault) throw refuse(fault)
  const [repeats] = await tx
    .select({ ref: items.ref })
    .from(items)
    .where(and(eq(items.duplicateOf, item.id), eq(items.state, 'duplicate')))
    .limit(1)
  if (repeats) throw new Fault('conflict', `信息 ${repeats.ref} 已定为与本条重复，本条不能再定为重复；请先恢复那一条。`)
  return original
}

type Other = { id: string; ref: string; title: string; unit: string; state: ItemState }

/** What an item repeats and what repeats it, as far as the viewer reaches: a unit sees its own items alone. */
export async function repetitionsOf(
  viewer: Viewer,
  item: Pick<ItemRow, 'id' | 'duplicateOf'>,
): Promise<{ original: Other | null; repeatedBy: Other[] }> {
  authorize(viewer, 'item.read')
  const { id, ref, title, state } = items
  const rows = await db()
    .select({ id, ref, title, state, unit: units.name, duplicateOf: items.duplicateOf })
    .from(items)
    .innerJoin(units, eq(units.id, items.unitId))
    .where(
      and(
        or(eq(items.id, item.duplicateOf ?? ''), and(eq(items.duplicateOf, item.id), eq(items.state, 'duplicate'))),
        itemScope(viewer),
      ),
    )
    .orderBy(items.submittedAt)
  const others = rows.map(({ duplicateOf, ...row }) => ({ duplicateOf, row }))
  return {
    original: others.find(({ row }) => row.id === item.duplicateOf)?.row ?? null,
    repeatedBy: others.filter(({ duplicateOf }) => duplicateOf === item.id).map(({ row }) => row),
  }
}
