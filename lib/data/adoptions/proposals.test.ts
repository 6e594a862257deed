import { beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import type { GradeAllInput } from '@/lib/schemas/adoptions'
import { aGrade, arrival, auditEntriesOf, refusal, sent, someone, type World, world } from '@/lib/testing/world'
import { versionOf } from '../figures/figures'
import { openItem } from '../items/open'
import { changeSetting } from '../office/settings'
import { grade } from './adoptions'
import { dropProposal, releaseProposal } from './deciding'
import { gradeAll, undoGrades } from './grading'
import { proposalsOf, waitingCount, waitingProposals } from './proposals'
import { adoptionsOf } from './reading'
import { proposesAtDesk } from './second-eyes'

const DAY = '2026-05-06'
let w: World
let senior: Viewer
let other: Viewer
beforeAll(async () => {
  w = await world()
  senior = await someone('editor', { mayRelease: true, mayIssue: true })
  other = await someone('editor', { mayRelease: true })
})

const choose = (value: 'on' | 'off' | 'all') => changeSetting(senior, { name: 'desk.second_eyes', value }, arrival())
const proposing = (editor: Viewer, id: string, over: Partial<GradeAllInput> = {}) =>
  gradeAll(
    editor,
    {
      items: [{ id, seen: null }],
      kinds: ['city_full'],
      adoptedOn: DAY,
      publication: '',
      issueNo: '',
      evidence: undefined,
      ...over,
    },
    arrival(DAY),
  )
const fresh = async () => (await sent(w.clerk, '2026-05-05')).id
const proposed = async (id: string) => (await proposing(w.editor, id)).proposals[0] ?? ''

test('nothing waits and nobody has to, until the office decides so', async () => {
  expect(await waitingCount(w.editor)).toBeNull()
  const id = await fresh()
  expect(await proposing(w.editor, id)).toMatchObject({ proposals: [], items: [id] })
  expect(await adoptionsOf(w.clerk, [id])).toHaveLength(1)
})

describe('a proposed grade', () => {
  beforeAll(() => choose('on'))

  test('scores nothing and is seen by editors alone', async () => {
    const id = await fresh()
    const before = await versionOf(w.reader, '2026Q2' as Quarter)
    const entries = await auditEntriesOf(() => proposing(w.editor, id))
    expect(entries.map(({ verb, figures }) => [verb, figures])).toEqual([['item.propose', null]])
    expect(await versionOf(w.reader, '2026Q2' as Quarter)).toEqual(before)
    for (const viewer of [w.clerk, w.reader, w.editor]) expect(await adoptionsOf(viewer, [id])).toEqual([])
    const verbs = async (viewer: Viewer) => (await openItem(viewer, id)).history.map(({ verb }) => verb)
    expect(await verbs(w.clerk)).toEqual(['submit'])
    expect(await verbs(w.reader)).toEqual(['submit'])
    expect(await verbs(w.editor)).toEqual(['submit', 'propose'])
    expect(await proposalsOf(senior, [id])).toMatchObject([{ kind: 'city_full', own: false }])
    expect((await refusal(proposalsOf(w.clerk, [id]))).code).toBe('forbidden')
  })

  test('becomes an adoption when another releases it, and not twice', async () => {
    const id = await fresh()
    const proposalId = await proposed(id)
    await releaseProposal(senior, { proposalId }, arrival(DAY))
    expect(await adoptionsOf(w.clerk, [id])).toMatchObject([{ kind: 'city_full', adoptedOn: DAY }])
    expect((await refusal(releaseProposal(other, { proposalId }, arrival(DAY)))).message).toContain('已经发布')
    expect((await openItem(w.clerk, id)).history.map(({ verb }) => verb)).toEqual(['submit', 'grade'])
  })

  test('released by two at once is released once', async () => {
    const proposalId = await proposed(await fresh())
    const both = await Promise.allSettled([senior, other].map((v) => releaseProposal(v, { proposalId }, arrival(DAY))))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is never released by whoever proposed it, nor by whoever may not release', async () => {
    await choose('on')
    const risen = await someone('editor')
    const id = await fresh()
    const proposalId = (await proposing(risen, id)).proposals[0] ?? ''
    const now = { ...risen, mayRelease: true } as Viewer
    expect((await refusal(releaseProposal(now, { proposalId }, arrival(DAY)))).message).toContain('自己提出')
    expect((await refusal(releaseProposal(w.editor, { proposalId }, arrival(DAY)))).code).toBe('forbidden')
    expect((await refusal(releaseProposal(w.clerk, { proposalId }, arrival(DAY)))).code).toBe('forbidden')
    await releaseProposal(senior, { proposalId }, arrival(DAY))
  })

  test('is dropped by whoever may release, and taken back by its proposer; nobody else', async () => {
    const id = await fresh()
    const proposalId = await proposed(id)
    const junior = await someone('editor')
    expect((await refusal(dropProposal(junior, { proposalId }, arrival(DAY)))).code).toBe('forbidden')
    await dropProposal(senior, { proposalId }, arrival(DAY))
    expect((await refusal(releaseProposal(senior, { proposalId }, arrival(DAY)))).code).toBe('conflict')
    const own = await proposed(id)
    await undoGrades(w.editor, { adoptions: [], proposals: [own] }, arrival(DAY))
    expect(await proposalsOf(w.editor, [id])).toEqual([])
    expect(await adoptionsOf(w.clerk, [id])).toEqual([])
  })

  test('is not made twice of one taking, and obeys the rules of an adoption', async () => {
    const id = await fresh()
    await proposed(id)
    expect((await refusal(proposing(w.editor, id))).message).toContain('已有相同的采用建议待发布')
    expect((await refusal(proposing(w.editor, id, { adoptedOn: '2026-05-04' }))).code).toBe('invalid')
    // Another day, publication or issue is another adoption.
    for (const over of [{ adoptedOn: '2026-05-05' }, { publication: '样例信息' }, { issueNo: '7' }])
      expect((await proposing(w.editor, id, over)).proposals, JSON.stringify(over)).toHaveLength(1)
  })

  test('is the only way for who may not release; who may release grades at once', async () => {
    const id = await fresh()
    expect((await refusal(grade(w.editor, aGrade(id, DAY), arrival(DAY)))).code).toBe('forbidden')
    expect(await proposing(senior, id)).toMatchObject({ proposals: [], items: [id] })
    expect(await adoptionsOf(w.clerk, [id])).toHaveLength(1)
  })

  test('waits in a list with title and unit, oldest first', async () => {
    const id = await fresh()
    await proposed(id)
    const waiting = await waitingProposals(senior)
    expect(waiting.at(-1)).toMatchObject({ itemId: id, title: '样例标题', unit: '样例一局', own: false })
    expect(await waitingCount(senior)).toBe(waiting.length)
    expect((await refusal(waitingProposals(w.reader))).code).toBe('forbidden')
  })
})

describe('where everybody’s adoptions wait', () => {
  beforeAll(() => choose('all'))

  test('who may release proposes too, and another who may releases', async () => {
    const id = await fresh()
    const [proposalId = ''] = (await proposing(senior, id)).proposals
    expect(await adoptionsOf(w.clerk, [id])).toEqual([])
    const { message } = await refusal(grade(senior, aGrade(id, DAY), arrival(DAY)))
    expect(message).toContain('另一位具有发布权限的编辑')
    expect(await proposesAtDesk(senior)).toBe(true)
    expect((await refusal(releaseProposal(senior, { proposalId }, arrival(DAY)))).message).toContain('自己提出')
    expect((await refusal(releaseProposal(w.editor, { proposalId }, arrival(DAY)))).code).toBe('forbidden')
    await releaseProposal(other, { proposalId }, arrival(DAY))
    expect(await adoptionsOf(w.clerk, [id])).toHaveLength(1)
  })
})
