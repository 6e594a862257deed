import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import type { Database } from '@/db/client'
import { items, itemVersions } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { reasonInWords } from '@/lib/domain/desk/reason'
import { countingInstant, type ItemState } from '@/lib/domain/items/item'
import { DRAFT, isNumbered } from '@/lib/domain/items/number'
import type { Viewer } from '@/lib/domain/people/policy'
import type { SaveInput, SubmitInput } from '@/lib/schemas/items'
import { type Incoming, keepFiles } from '../attachments/attachments'
import { changeAttachments } from '../attachments/inner/change'
import { type Answered, answerCommission, chooseCommission } from '../commissions/inner/answering'
import { authorize } from '../core/authorize'
import { figuresOf, type ItemRow, load, recordEvent, sameVersion, subjectOf } from '../core/load'
import { write } from '../core/write'
import { codeWords } from '../desk/inner/codes'
import { quarterFor, refIn } from './inner/numbers'
import { isUnchanged, refuseTwin, twinOf } from './inner/twice'

/**
 * Saves a draft, or what was sent back or withdrawn, as far as it goes, with the files that came along. Gives the item's
 * id and new version.
 */
export async function save(
  viewer: Viewer,
  input: SaveInput,
  arrival: Arrival,
  files: readonly Incoming[] = [],
): Promise<{ id: string; version: number }> {
  await keepFiles(viewer, files)
  return write(viewer, 'item.save', arrival, bodyOf(input, files), async (tx) => {
    const { item } = await loadOrCreate(tx, viewer, 'save', input, arrival.at)
    const text = { ...textOf(input, item, arrival.at), unclassifiedAt: null }
    await store(tx, item, text)
    await chooseCommission(tx, item, input.commission)
    const place = { id: item.id, version: text.version, at: arrival.at }
    const changed = await changeAttachments(tx, viewer, place, { files, removed: input.removed ?? [] })
    const detail = { ...traceOf(text), ...changed }
    await record(tx, viewer.userId, { verb: 'item.save', subject: item.id, detail }, arrival.at)
    return { id: item.id, version: text.version }
  })
}

/**
 * Submits an item: from now on it counts, in the quarter of the request's arrival; one that had been sent back keeps
 * its first instant. What its unit sent word for word before is refused; what was sent back comes again as it was only with a
 * reason. Gives its id and number, and the commission that it answered.
 */
export async function submit(
  viewer: Viewer,
  input: SubmitInput,
  arrival: Arrival,
  files: readonly Incoming[] = [],
): Promise<{ id: string; ref: string; answered?: Answered }> {
  await keepFiles(viewer, files)
  return write(viewer, 'item.submit', arrival, bodyOf(input, files), async (tx) => {
    const { item, to, twin } = await loadOrCreate(tx, viewer, 'submit', input, arrival.at)
    refuseTwin(twin)
    const text = { ...textOf(input, item, arrival.at), unclassifiedAt: arrival.at }
    const reason = await whyUnchanged(tx, item, text, input, files)
    const submittedAt = countingInstant(item.state, item.submittedAt, arrival.at)
    const place = submittedAt === arrival.at ? await quarterFor(tx, arrival) : item
    const ref = isNumbered(item.ref) ? item.ref : await refIn(tx, item.id, place.quarter)
    const { quarter, clockDrift } = place
    await store(tx, item, { ...text, ...UNRULED, state: to, submittedAt, quarter, clockDrift, ref })
    const answered = await answerCommission(tx, viewer, item, input.commission, arrival.at)
    const { unclassifiedAt: _, updatedAt: at, ...asSent } = text
    await tx.insert(itemVersions).values({ itemId: item.id, at, ...asSent })
    const here = { id: item.id, version: text.version, at: arrival.at }
    const changed = await changeAttachments(tx, viewer, here, { files, removed: input.removed ?? [] })
    await recordEvent(tx, viewer, { id: item.id, version: text.version }, { verb: 'submit', at: arrival.at, reason })
    const detail = { ref, unit: item.unitId, ...traceOf(text), ...changed }
    const entry = { verb: 'item.submit', subject: item.id, detail, ...figuresOf(place) } as const
    await record(tx, viewer.userId, entry, arrival.at)
    return { id: item.id, ref, ...(answered && { answered }) }
  })
}

/** The reason why what was sent back comes again as it was; undefined where something in it is another. */
async function whyUnchanged(
  tx: Database,
  item: ItemRow,
  text: Parameters<typeof isUnchanged>[2],
  { unchanged = '', removed = [] }: SubmitInput,
  files: readonly Incoming[],
): Promise<string | undefined> {
  if (item.state !== 'sent_back' || files.length + removed.length > 0) return undefined
  if (!(await isUnchanged(tx, item, text))) return undefined
  if (unchanged !== '') return `未作修改，理由：${unchanged}`
  const message = '这条信息被退回后没有改动。请按退回原因修改；确实不必修改的，请写明理由后再报送。'
  throw new Fault('invalid', message, { unchanged: '请写明未作修改的理由。' })
}

/** Takes an item back that nobody has graded: it no longer counts. */
export function withdraw(
  viewer: Viewer,
  input: { id: string; version: number },
  arrival: Arrival,
): Promise<{ id: string }> {
  return write(viewer, 'item.withdraw', arrival, input, async (tx) => {
    const { item, to } = await load(tx, viewer, 'withdraw', input.id)
    sameVersion(item, input.version)
    await move(tx, viewer, item, to, { verb: 'withdraw', at: arrival.at })
    return { id: item.id }
  })
}

/** Sends an item back to its unit with the reason: until it is resubmitted it does not count. */
export function sendBack(
  viewer: Viewer,
  input: { id: string; version: number; reasonId?: string; reason: string },
  arrival: Arrival,
): Promise<{ id: string }> {
  return write(viewer, 'item.send_back', arrival, input, async (tx) => {
    const { item, to } = await load(tx, viewer, 'send_back', input.id)
    sameVersion(item, input.version)
    const code = await codeWords(tx, 'send_back', input.reasonId ?? '')
    const reason = reasonInWords(code, input.reason) ?? undefined
    await move(tx, viewer, item, to, { verb: 'send_back', at: arrival.at, reason })
    return { id: item.id }
  })
}

/** What an item bears when no verdict is on it: what leaves the office leaves its verdict behind. */
const UNRULED = { notUsed: false, duplicateOf: null, reasonId: null, reason: null }

async function move(
  tx: Database,
  viewer: Viewer,
  item: ItemRow,
  to: ItemState,
  event: { verb: 'withdraw' | 'send_back'; at: number; reason?: string },
): Promise<void> {
  const version = item.version + 1
  await tx
    .update(items)
    .set({ ...UNRULED, state: to, version, updatedAt: event.at })
    .where(eq(items.id, item.id))
  await recordEvent(tx, viewer, { id: item.id, version }, event)
  const detail = { unit: item.unitId, ...(event.reason ? { reason: digestOf(event.reason) } : {}) }
  await record(
    tx,
    viewer.userId,
    { verb: `item.${event.verb}`, subject: item.id, detail, ...figuresOf(item) },
    event.at,
  )
}

/** Writes what changes of an item; one that was never stored for the first time. */
async function store(tx: Database, item: ItemRow, change: Partial<ItemRow>): Promise<void> {
  if (item.version === 0) await tx.insert(items).values({ ...item, ...change })
  else await tx.update(items).set(change).where(eq(items.id, item.id))
}

/** The stored item, or a fresh draft under the id that the form was given; another unit's id is not found. */
async function loadOrCreate(
  tx: Database,
  viewer: Viewer,
  verb: 'save' | 'submit',
  input: SaveInput | SubmitInput,
  at: number,
) {
  const twin = verb === 'submit' ? twinOf(viewer.unitId, input.id, input) : sql<null>`null`
  const [first] = await tx
    .select({ taken: items.unitId, twin })
    .from(sql`(select 1) as one`)
    .leftJoin(items, eq(items.id, input.id))
  const same = { twin: first?.twin ?? null }
  if (first?.taken) {
    const found = await load(tx, viewer, verb, input.id)
    sameVersion(found.item, input.version)
    return { ...found, ...same }
  }
  if (input.version !== 0) throw notFound('信息')
  const unitId = viewer.unitId
  if (unitId === null) throw new Fault('forbidden', '您的账号没有所属单位，不能报送信息。')
  authorize(viewer, `item.${verb}`, subjectOf({ unitId, state: 'draft', submittedAt: null }))
  const item: ItemRow = {
    id: input.id,
    ref: `${DRAFT}${input.id}`,
    unitId,
    title: '',
    body: '',
    type: null,
    eventDay: null,
    author: null,
    phone: null,
    signer: null,
    unclassifiedAt: null,
    duplicateOf: null,
    isolatedAt: null,
    notUsed: false,
    reasonId: null,
    reason: null,
    state: 'draft',
    standing: 'draft',
    version: 0,
    submittedAt: null,
    quarter: null,
    clockDrift: null,
    createdBy: viewer.userId,
    createdAt: at,
    updatedAt: at,
  }
  return { item, to: verb === 'submit' ? ('received' as const) : ('draft' as const), ...same }
}

function textOf(input: SaveInput | SubmitInput, item: ItemRow, at: number) {
  return {
    title: input.title,
    body: input.body,
    type: input.type || null,
    eventDay: input.eventDay || null,
    author: input.author || null,
    phone: input.phone || null,
    signer: input.signer || null,
    version: item.version + 1,
    updatedAt: at,
  }
}

/** What a request asks for, as far as the key of its repetition is concerned. */
function bodyOf(input: SaveInput | SubmitInput, files: readonly Incoming[]): unknown {
  return files.length > 0 ? { ...input, files: files.map(({ name, sha256 }) => ({ name, sha256 })) } : input
}

function traceOf(text: { title: string; body: string; version: number; unclassifiedAt: number | null }) {
  return { version: text.version, text: digestOf(text.title, text.body), unclassified: text.unclassifiedAt !== null }
}
