import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { audit } from '@/db/schema'
import type { Viewer } from '@/lib/domain/people/policy'
import { arrival, auditEntriesOf, graded, refusal, sent, someone, type World, world } from '@/lib/testing/world'
import { revokeAdoption } from '../adoptions/adoptions'
import { sendBack, submit, withdraw } from '../items/items'
import { inbox } from '../items/lists'
import { ruleDuplicate, ruleNotUsed } from '../items/rulings'
import { deskCounts } from './counts'
import type { DeskFilter } from './inner/filter'
import { dropView, keepView, VIEWS_MAX, viewsOf } from './views'

let w: World
let senior: Viewer
beforeAll(async () => {
  w = await world()
  senior = await someone('editor', { mayIssue: true })
})

describe('a kept view', () => {
  test("is one's own; everybody's is kept by whoever may issue, and stands first", async () => {
    await keepView(w.editor, { name: '问题类', query: '?type=problem' }, arrival())
    await keepView(senior, { name: '镇街困难', query: '?category=town', everybody: 'on' }, arrival())
    expect((await viewsOf(w.editor)).map(({ name, mayDrop }) => [name, mayDrop])).toEqual([
      ['镇街困难', false],
      ['问题类', true],
    ])
    expect((await viewsOf(senior)).map(({ name, mayDrop }) => [name, mayDrop])).toEqual([['镇街困难', true]])
    const shared = keepView(w.editor, { name: '全体', query: '', everybody: 'on' }, arrival())
    expect((await refusal(shared)).code).toBe('forbidden')
    for (const viewer of [w.clerk, w.reader])
      expect((await refusal(keepView(viewer, { name: '视图', query: '' }, arrival()))).code).toBe('forbidden')
  })

  test('has a name of its own, and there are not too many', async () => {
    const editor = await someone('editor')
    await keepView(editor, { name: '同名', query: '' }, arrival())
    expect((await refusal(keepView(editor, { name: '同名', query: '' }, arrival()))).code).toBe('conflict')
    for (let i = 1; i < VIEWS_MAX; i++) await keepView(editor, { name: `视图${i}`, query: '' }, arrival())
    expect((await refusal(keepView(editor, { name: '多余', query: '' }, arrival()))).code).toBe('conflict')
    expect(await viewsOf(editor)).toHaveLength(VIEWS_MAX + 1)
  })

  test("is deleted by its owner, everybody's by whoever may issue; another's is not found", async () => {
    const { id: own } = await keepView(w.editor, { name: '要删的', query: '' }, arrival())
    const { id: everybody } = await keepView(senior, { name: '公用', query: '', everybody: 'on' }, arrival())
    expect((await refusal(dropView(senior, { viewId: own }, arrival()))).code).toBe('not_found')
    expect((await refusal(dropView(w.editor, { viewId: everybody }, arrival()))).code).toBe('forbidden')
    const entries = await auditEntriesOf(async () => {
      await dropView(w.editor, { viewId: own }, arrival())
      await dropView(senior, { viewId: everybody }, arrival())
    })
    expect(entries.map(({ verb }) => verb)).toEqual(['view.drop', 'view.drop'])
    expect((await viewsOf(w.editor)).map(({ name }) => name)).not.toContain('要删的')
  })

  test('leaves no text in the log', async () => {
    await keepView(w.editor, { name: '独一无二的名', query: '?text=独一无二' }, arrival())
    expect(JSON.stringify(await db().select().from(audit))).not.toContain('独一无二')
  })
})

const FILTERS: DeskFilter[] = [
  {},
  ...(['all', 'ungraded', 'graded', 'not_used', 'sent_back', 'withdrawn', 'duplicate'] as const).map((state) => ({
    state,
  })),
  { state: 'ungraded', category: 'town' },
  { state: 'ungraded', quarter: '2026Q2' as never },
  { state: 'all', quarter: '2026Q1' as never },
  { unitId: 'dept', type: 'problem' },
  { text: '样例' },
  { kind: 'province' },
  { from: '2026-05-01', to: '2026-05-31', state: 'all' },
]

/** What the lists themselves hold. */
const listed = async () => {
  const counts: number[] = []
  for (const filter of FILTERS) {
    let n = 0
    for (let after: DeskFilter['after'] | null; after !== null; ) {
      const page = await inbox(w.editor, { ...filter, after })
      n += page.rows.length
      after = page.next
    }
    counts.push(n)
  }
  return counts
}
const counted = async () => (await deskCounts(w.editor, FILTERS)).map(({ n }) => n)

describe('the counts of views', () => {
  test('are what the lists hold, after every change', async () => {
    const steps: (() => Promise<unknown>)[] = []
    const step = (work: () => Promise<unknown>) => steps.push(work)
    const at: Record<string, { id: string; version: number }> = {}
    const send = (name: string, clerk: keyof World, day: string, over = {}) =>
      step(async () => {
        at[name] = await sent(w[clerk], day, over)
      })
    const of = (name: string) => at[name] ?? { id: '', version: 0 }
    send('a', 'clerk', '2026-03-30', { type: 'problem' })
    send('b', 'townClerk', '2026-05-02')
    send('c', 'townClerk', '2026-05-03')
    send('d', 'otherClerk', '2026-06-03')
    let adoption = ''
    step(async () => {
      adoption = await graded(w.editor, of('a').id, '2026-05-06', { kind: 'province' })
    })
    step(() => ruleNotUsed(w.editor, { ...of('b'), reasonId: '', reason: '一般性动态' }, arrival('2026-05-07')))
    step(() => ruleDuplicate(w.editor, { ...of('c'), of: of('a').id, reasonId: '', reason: '' }, arrival('2026-05-07')))
    step(() => sendBack(w.editor, { ...of('d'), reason: '请补充' }, arrival('2026-06-04')))
    step(() => revokeAdoption(w.editor, { adoptionId: adoption, reason: '有误' }, arrival('2026-06-05')))
    step(() => withdraw(w.clerk, of('a'), arrival('2026-06-06')))
    // Withdrawn and submitted anew it counts in another quarter.
    step(async () => {
      const { id, version } = of('a')
      const again = { ...submission, id, version: version + 1 }
      await submit(w.clerk, again, arrival('2026-07-02'))
    })
    for (const work of steps) {
      await work()
      expect(await counted()).toEqual(await listed())
    }
  })

  test('say "more" where counting on would cost too much', async () => {
    for (let i = 0; i < 100; i++) await sent(w.clerk, '2026-08-01', { title: `许多之${i}` })
    expect(await deskCounts(w.editor, [{ text: '许多' }])).toEqual([{ n: 99, more: true }])
  })

  test('are for editors', async () => {
    expect((await refusal(deskCounts(w.clerk, [{}]))).code).toBe('forbidden')
  })
})

const submission = {
  title: '样例标题',
  body: '样例正文。',
  type: 'activity' as const,
  eventDay: '2026-01-05',
  author: '样例撰稿',
  phone: '028-26110000',
  signer: '样例签发',
  unclassified: 'yes' as const,
}
