import BetterSqlite from 'better-sqlite3'
import pg from 'pg'
import { beforeAll, expect, test, vi } from 'vitest'
import { closeDatabase } from '@/db/client'
import { databaseFile, databaseUrl, dialect } from '@/db/dialect'
import { writeAccesses } from '@/lib/auth/accesses'
import type { Quarter } from '@/lib/domain/time/quarter'
import { graded, sent, type World, world } from '@/lib/testing/world'
import { proposalsOf, waitingCount, waitingProposals } from '../adoptions/proposals'
import { attachmentsOf } from '../attachments/attachments'
import { owedBy } from '../commissions/commissions'
import { deskCounts } from '../desk/counts'
import { readItems } from '../desk/reading'
import { candidatesFor } from '../editions/candidates'
import { drilldown } from '../figures/drilldown'
import { overviewOf, ownQuarter, pageVersionOf, quartersWithData } from '../figures/figures'
import { inbox, neighbours, ownCounts, ownItems, recentlySent } from '../items/lists'
import { openItem } from '../items/open'
import { noticeNow } from '../notices/now'
import { accessPage } from '../office/accesses'
import { auditPage } from '../office/audit'
import { marksOf, textsFor } from '../texts/lists'

/** What grows with the years: none of it may be walked from end to end for a page. */
const GROWING = [
  ...['items', 'item_events', 'item_versions', 'adoptions', 'adoption_revocations', 'adoption_credits', 'audit'],
  ...[
    'attachments',
    'search_docs',
    'request_keys',
    'accesses',
    'texts',
    'text_versions',
    'notice_rows',
    'grade_proposals',
  ],
]
const Q2 = '2026Q2' as Quarter

let w: World
let item: string
const asked = new Set<string>()
/** The connection that explains, beside those that are listened to. */
let explain: (statement: string) => Promise<string[][]>

beforeAll(async () => {
  w = await world()
  const first = await sent(w.clerk, '2026-05-04')
  item = first.id
  await graded(w.editor, item, '2026-05-06', { kind: 'city_full' })
  await sent(w.townClerk, '2026-05-05', { title: '推进' })
  await closeDatabase()
  explain = await explainer()
  listen()
})

/** The ways in which a database may go about a statement, as it words their steps. */
async function explainer(): Promise<typeof explain> {
  if (dialect === 'sqlite') {
    const file = new BetterSqlite(databaseFile(), { readonly: true })
    return async (statement) => {
      const plan = file.prepare(`EXPLAIN QUERY PLAN ${statement.replaceAll('?', 'NULL')}`).all()
      return [(plan as { detail: string }[]).map(({ detail }) => detail)]
    }
  }
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  // Of a small table a scan or a sort is the best plan: what is asked is whether there is another.
  await client.query('SET enable_seqscan = off')
  return async (statement) => {
    const ways: string[][] = []
    for (const sort of ['on', 'off']) {
      await client.query(`SET enable_sort = ${sort}; SET enable_incremental_sort = ${sort}`)
      const { rows } = await client.query(`EXPLAIN (GENERIC_PLAN) ${statement}`)
      ways.push(rows.map((row: Record<string, string>) => String(row['QUERY PLAN'])))
    }
    return ways
  }
}

/** Every SELECT from now on is written down. */
function listen(): void {
  const note = (statement: unknown) => {
    const text = typeof statement === 'string' ? statement : (statement as { text?: string })?.text
    // What a connection notes of its own writing is nobody else's to read.
    if (text && /^\s*(select|with)\b/i.test(text) && !/\bwritten\b/.test(text)) asked.add(text)
  }
  if (dialect === 'sqlite') {
    const { prepare } = BetterSqlite.prototype
    vi.spyOn(BetterSqlite.prototype, 'prepare').mockImplementation(function (this: BetterSqlite.Database, source) {
      note(source)
      return prepare.call(this, source)
    })
  } else {
    const { query } = pg.Client.prototype
    vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...all: unknown[]) {
      note(all[0])
      return (query as (...all: unknown[]) => unknown).apply(this, all)
    } as never)
  }
}

/**
 * The steps that walk a growing table from end to end: without an index, or along one that nothing narrows. A list in the
 * order of an index ends with its page, unless it is sorted first.
 */
function walks(plan: readonly string[], statement: string): string[] {
  const ends = /\blimit\b/i.test(statement) && !plan.some((step) => /USE TEMP B-TREE FOR ORDER BY|\bSort\b/.test(step))
  return plan.filter((step, at) => {
    if (!GROWING.some((name) => new RegExp(`(SCAN|on) "?${name}\\b`).test(step))) return false
    if (dialect === 'sqlite') return step.startsWith('SCAN') && !ends
    const narrowed = plan.slice(at + 1, at + 3).some((below) => /^\s*(Index|Recheck) Cond:/.test(below))
    return step.includes('Seq Scan') || (!narrowed && !ends)
  })
}

/** Where every way walks: the walks of the first. */
async function walking(statement: string): Promise<string[]> {
  const ways = (await explain(statement)).map((plan) => walks(plan, statement))
  return ways.every((steps) => steps.length > 0) ? (ways[0] ?? []) : []
}

const reads: Record<string, () => Promise<unknown>> = {
  'a session': async () => (await import('@/lib/auth/viewer')).viewerOf(w.clerk.sessionId),
  "a unit's home": () =>
    Promise.all([ownCounts(w.clerk, ['draft', 'received']), recentlySent(w.clerk, 5), owedBy(w.clerk, Date.now())]),
  "a unit's quarter": () => ownQuarter(w.clerk, Q2),
  "a unit's items": () =>
    Promise.all([ownItems(w.clerk), ownItems(w.clerk, { state: 'received', after: { at: 1, id: 'x' } })]),
  'the inbox': () =>
    Promise.all(
      (['received', 'ungraded', 'graded', 'not_used', 'sent_back', 'withdrawn', 'duplicate', 'all'] as const).map(
        (state) => inbox(w.editor, { state, after: { at: 1, id: 'x' } }),
      ),
    ),
  'the inbox of a unit, a quarter, a category': () =>
    Promise.all([
      inbox(w.editor, { unitId: 'dept' }),
      inbox(w.editor, { quarter: Q2 }),
      inbox(w.editor, { category: 'town' }),
      inbox(w.editor, { state: 'ungraded', type: 'activity' }),
    ]),
  'the inbox of a kind of adoption, a publication': () =>
    Promise.all([
      inbox(w.editor, { kind: 'city_full' }),
      inbox(w.editor, { publication: '信息' }),
      inbox(w.editor, { kind: 'province', publication: '信息', text: '推进', state: 'all' }),
      deskCounts(w.editor, [{ kind: 'city_brief' }]),
    ]),
  'the counts of the views': () =>
    deskCounts(w.editor, [{}, { state: 'ungraded' }, { state: 'graded', quarter: Q2 }, { category: 'town' }]),
  'the items beside an item': () => neighbours(w.editor, {}, { at: Date.now(), id: item }),
  'words of two characters, and of one': () =>
    Promise.all(['推进', '推', '推进 样例'].map((text) => inbox(w.editor, { text, state: 'all' }))),
  'an item': () =>
    Promise.all([
      openItem(w.editor, item),
      readItems(w.editor, [item]),
      attachmentsOf(w.editor, item),
      proposalsOf(w.editor, [item]),
    ]),
  'what waits for release': () => Promise.all([waitingCount(w.editor), waitingProposals(w.editor)]),
  'the ranking': () => Promise.all([pageVersionOf(w.reader, Q2), overviewOf(w.reader, Q2, 'quarter')]),
  'a year': () => overviewOf(w.reader, Q2, 'year'),
  'the quarters to choose': () => quartersWithData(w.reader, Date.now()),
  'the lists behind figures': () =>
    Promise.all([
      drilldown(w.reader, Q2, { figure: 'items' }),
      drilldown(w.reader, Q2, { figure: 'items', unitId: 'dept' }),
      drilldown(w.reader, Q2, { figure: 'city_full' }),
      drilldown(w.reader, Q2, { figure: 'points', unitId: 'dept' }),
      drilldown(w.reader, Q2, { figure: 'items' }, 'quarter', { after: { at: 1, id: 'x' } }),
      drilldown(w.reader, Q2, { figure: 'adoptions' }, 'year', { after: { at: 20260101, id: 'x' } }),
    ] as Promise<unknown>[]),
  'the notice': () => noticeNow(w.editor, Q2, Date.now()),
  'edited texts, and what an edition may take': () =>
    Promise.all([textsFor(w.editor), marksOf(w.editor, item), candidatesFor(w.editor, {}, Date.now())]),
  'the audit': () => Promise.all([auditPage(w.auditAdmin, null), auditPage(w.auditAdmin, 5)]),
  'the access log': () => Promise.all([writeAccesses(), accessPage(w.auditAdmin, null), accessPage(w.auditAdmin, 5)]),
}

test.each(Object.keys(reads))('no page walks through what grows with the years: %s', async (name) => {
  // What was asked before stays: a connection that keeps its prepared statements is not asked for them again.
  await reads[name]?.()
  const statements = [...asked]
  expect(statements.length).toBeGreaterThan(0)
  const wrong: string[] = []
  for (const statement of statements) wrong.push(...(await walking(statement)).map((step) => `${step}\n  ${statement}`))
  expect(wrong).toEqual([])
})

test('a walk is seen where there is one', async () => {
  const seen = async (statement: string) => (await walking(statement)).length > 0
  expect(await seen("select id from items where author = 'x'")).toBe(true)
  expect(await seen('select count(*) from adoptions where length(kind) > 1')).toBe(true)
  expect(await seen('select id from items order by title limit 5')).toBe(true)
  expect(await seen('select seq from audit order by seq desc limit 5')).toBe(false)
  expect(await seen("select id from items where id = 'x'")).toBe(false)
})
