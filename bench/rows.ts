import { randomUUID } from 'node:crypto'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { chainHash } from '@/db/ledger'
import {
  adoptions,
  audit,
  editionEntries,
  editions,
  itemEvents,
  items,
  itemVersions,
  publications,
  textSources,
  texts,
  textVersions,
} from '@/db/schema'
import { orderedId } from '@/lib/data/transfer/inner/ids'
import { KINDS } from '@/lib/domain/adoptions/kinds'
import { dayOfInstant, type Quarter, quarterBounds } from '@/lib/domain/time/quarter'

/** A row with the table it belongs to. */
export type Row = readonly [SQLiteTable, Record<string, unknown>]

/** Where the rows go: to these units, over these quarters, edited by this account, after this entry of the log. */
export type Ground = {
  units: readonly string[]
  quarters: readonly Quarter[]
  editor: string
  last: { seq: number; hash: string }
}

/** One of so many items is adopted, and edited. */
const ADOPTED = 16
const IN_EDITION = 5
const LAST_UPDATE = 30 * 86_400_000

/** What `count` items leave in the database: each its version, event and entry of the log, some adopted and edited. */
export function* rowsOf(count: number, { units, quarters, editor, last }: Ground): Generator<Row> {
  const publicationId = randomUUID()
  const of = { name: '样例信息', kind: 'district_full', issuer: '样例', position: 1, retired: false }
  yield [publications, { id: publicationId, ...of }]
  let { seq, hash } = last
  let edited = 0
  let edition = ''
  for (let n = 0; n < count; n++) {
    const item = itemOf(n, units, quarters)
    const { id, submittedAt: at, title, body } = item
    yield [items, item]
    yield [itemVersions, { itemId: id, version: 1, title, body, at }]
    yield [itemEvents, { id: orderedId(), itemId: id, verb: 'submit', at, by: null, reason: null, version: 1 }]
    seq++
    const entry = { seq, at, actor: item.unitId, verb: 'item.submit' as const, subject: id, figures: item.quarter }
    const detail = { unit: item.unitId, version: 1, text: hash, unclassified: true, ref: item.ref }
    const chained = { ...entry, detail: JSON.stringify(detail), origin: null, previous: hash }
    hash = chainHash(chained, null)
    yield [audit, { ...chained, hash }]
    if (n % ADOPTED !== 0) continue
    yield [adoptions, adoptionOf(n, item)]
    const textId = orderedId()
    const by = { createdBy: editor, createdAt: at, updatedAt: at + LAST_UPDATE }
    yield [texts, { id: textId, itemId: id, title, body, version: 1, dropped: false, ...by }]
    yield [textVersions, { textId, version: 1, title, body, editedBy: editor, editedAt: at }]
    yield [textSources, { textId, itemId: id, position: 1, itemVersion: 1 }]
    if (edited % IN_EDITION === 0) {
      edition = randomUUID()
      yield [editions, editionOf(edition, publicationId, edited / IN_EDITION, at, editor)]
    }
    yield [editionEntries, { editionId: edition, textId, position: edited % IN_EDITION, title, body }]
    edited++
  }
}

export function itemOf(n: number, units: readonly string[], quarters: readonly Quarter[]) {
  const quarter = quarters[n % quarters.length] as Quarter
  const { from, to } = quarterBounds(quarter)
  const submittedAt = from + Math.floor((((n * 7919) % 1_000_003) / 1_000_003) * (to - from))
  return {
    id: orderedId(),
    ref: `B${n}`,
    unitId: units[(n * 31) % units.length] ?? '',
    title: `【样例】第${n}条压力测试信息：推进重点项目建设情况`,
    body: `本条为性能测量用样例，编号${n}。\n各项工作有序推进，无实际内容。`.repeat(4),
    type: 'activity' as const,
    eventDay: dayOfInstant(submittedAt),
    author: '样例撰稿人',
    phone: '000-0000000',
    signer: '样例签发人',
    unclassifiedAt: submittedAt,
    duplicateOf: null,
    notUsed: false,
    reasonId: null,
    reason: null,
    state: 'received' as const,
    standing: n % ADOPTED === 0 ? ('graded' as const) : ('ungraded' as const),
    version: 1,
    submittedAt,
    quarter,
    createdBy: null,
    createdAt: submittedAt,
    updatedAt: submittedAt,
  }
}

function adoptionOf(n: number, item: ReturnType<typeof itemOf>) {
  return {
    id: orderedId(),
    itemId: item.id,
    kind: KINDS[(n / ADOPTED) % KINDS.length]?.kind ?? 'forwarded',
    adoptedOn: dayOfInstant(item.submittedAt),
    quarter: item.quarter,
    publication: '样例信息',
    issueNo: null,
    evidence: null,
    sharers: 1,
    textId: null,
    recordedBy: null,
    recordedAt: item.submittedAt,
  }
}

function editionOf(id: string, publicationId: string, n: number, at: number, editor: string) {
  const { year, issueNo } = { year: 2000 + Math.floor(n / 200), issueNo: 1 + (n % 200) }
  const made = { madeBy: editor, madeAt: at, updatedAt: at, releasedBy: editor, releasedAt: at }
  return { id, publicationId, year, issueNo, day: dayOfInstant(at), state: 'released', version: 1, ...made }
}
