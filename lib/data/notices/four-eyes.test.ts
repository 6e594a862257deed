import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { noticeDrafts } from '@/db/schema'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { beginDraft, NOTICE_DAY as DAY, draftSeen, noticeHead as head } from '@/lib/testing/notices'
import { arrival, directly, refusal, sent, someone, type World, world } from '@/lib/testing/world'
import { addParagraph, addSuggestion, chooseNames, dropDraft, editParagraph, saveNoticeHead } from './drafts'
import { issueNotice, proposeNotice } from './issue'
import { keepSuggestion } from './suggestions'

const Q = '2026Q1' as Quarter
const TOLD = '须由另一位'

let w: World
let ann: Viewer
let ben: Viewer
let third: Viewer
type At = { id: string; version: number }

beforeEach(async () => {
  if (!w) {
    w = await world()
    await sent(w.clerk, '2026-01-10')
    ann = await someone('editor', { mayIssue: true })
    ben = await someone('editor', { mayIssue: true })
    third = await someone('editor', { mayIssue: true })
  }
})

const seen = (viewer: Viewer) => draftSeen(viewer, Q)

/** What the draft says after one did something, another touched the head and proposed it; then it is given up. */
async function afterwards(work: (at: At) => Promise<At>): Promise<{ ann: string; third: string | null; told: string }> {
  let at = await beginDraft(ben, Q)
  at = await work(at)
  at = await saveNoticeHead(ben, head(at), arrival(DAY))
  at = await proposeNotice(ben, at, arrival(DAY))
  const told = (await seen(ann)).notIssued ?? ''
  const { code, message } = await refusal(issueNotice(ann, { ...at, despite: '' }, arrival(DAY)))
  const others = (await seen(third)).notIssued
  expect((await seen(ann)).issuers).not.toContain(ann.login)
  await directly((tx) => tx.update(noticeDrafts).set({ state: 'writing' }).where(eq(noticeDrafts.id, at.id)))
  await dropDraft(ben, at, arrival(DAY))
  return { ann: code === 'forbidden' ? message : code, third: others, told }
}

describe('whoever had a hand in words that still stand does not issue them', () => {
  const write = (at: At) =>
    editParagraph(ann, { ...at, block: 'submission', verb: 'write', text: '共【报送条数】条。' }, arrival(DAY))
  const ways: [string, (at: At) => Promise<At>][] = [
    ['a paragraph that was written', write],
    [
      'and that another wrote into',
      async (at) =>
        editParagraph(
          ben,
          { ...(await write(at)), block: 'submission', verb: 'write', text: '共有【报送条数】条。' },
          arrival(DAY),
        ),
    ],
    [
      'a paragraph that was added',
      (at) => addParagraph(ann, { ...at, after: 'opening', kind: 'paragraph', text: '补充。' }, arrival(DAY)),
    ],
    [
      'one that was dropped',
      (at) => editParagraph(ann, { ...at, block: 'opening', verb: 'drop', text: '' }, arrival(DAY)),
    ],
    [
      'names that were chosen',
      (at) =>
        chooseNames(
          ann,
          { ...at, list: '部门·未完成任务的单位·名单', pick: { how: 'hand', units: ['dept2'], order: 'table' } },
          arrival(DAY),
        ),
    ],
    ['the head', (at) => saveNoticeHead(ann, head(at, { docOnTargets: '雁府办发〔2026〕1号' }), arrival(DAY))],
    [
      'a suggestion of hers that another chose',
      async (at) => {
        const words = { id: '', title: '（五）样例', body: '请落实。', retired: '' as const }
        const { id: suggestion } = await keepSuggestion(ann, words, arrival(DAY))
        return addSuggestion(ben, { ...at, after: 'step-3', suggestion }, arrival(DAY))
      },
    ],
  ]
  test.each(ways)('%s', async (_what, work) => {
    const said = await afterwards(work)
    expect(said.ann).toContain(TOLD)
    expect(said.told).toBe(said.ann)
    expect(said.third).toBeNull()
  })

  test('but whose words were taken out again may', async () => {
    let at = await write(await beginDraft(ben, Q))
    at = await editParagraph(ben, { ...at, block: 'submission', verb: 'restore', text: '' }, arrival(DAY))
    expect((await seen(ann)).notIssued).toBeNull()
    await dropDraft(ben, at, arrival(DAY))
  })
})

test('whoever wrote a paragraph does not confirm it, whoever touched it last; a suggestion of one’s own waits', async () => {
  let at = await beginDraft(ann, Q)
  const edit = async (viewer: Viewer, verb: 'write' | 'confirm', text = '') => {
    at = await editParagraph(viewer, { ...at, block: 'submission', verb, text }, arrival(DAY))
  }
  await edit(ann, 'write', '共【报送条数】条。')
  await edit(ben, 'write', '共【报送条数】条！')
  for (const viewer of [ann, ben]) {
    const { code, message } = await refusal(edit(viewer, 'confirm'))
    expect([code, message]).toEqual(['forbidden', expect.stringContaining('须由另一位编辑确认')])
    const block = (await seen(viewer)).blocks.find(({ key }) => key === 'submission')
    expect(block?.notConfirmed).toBe(message)
  }
  expect(JSON.stringify(await seen(ann))).not.toContain('"hands"')
  await edit(third, 'confirm')
  const words = { id: '', title: '（六）样例', body: '请落实。', retired: '' as const }
  const { id: suggestion } = await keepSuggestion(ann, words, arrival(DAY))
  at = await addSuggestion(ann, { ...at, after: 'step-3', suggestion }, arrival(DAY))
  expect((await seen(ann)).hindrances.join()).toContain('2 段改写的文字尚未确认')
  await dropDraft(ann, at, arrival(DAY))
})

test('a draft from before hands were kept is nobody’s to issue who ever changed it', async () => {
  let at = await beginDraft(ben, Q)
  at = await editParagraph(ann, { ...at, block: 'submission', verb: 'write', text: '共【报送条数】条。' }, arrival(DAY))
  at = await saveNoticeHead(ben, head(at), arrival(DAY))
  const [row] = await db().select().from(noticeDrafts).where(eq(noticeDrafts.id, at.id))
  const { hands: _gone, ...words } = JSON.parse(row?.words ?? '{}')
  const older = JSON.stringify({
    ...words,
    blocks: words.blocks.map(({ hands: _ids, ...block }: { hands?: string[] }) => block),
  })
  await directly((tx) => tx.update(noticeDrafts).set({ words: older }).where(eq(noticeDrafts.id, at.id)))
  expect((await seen(ann)).notIssued).toContain(TOLD)
  expect(
    (await refusal(editParagraph(ann, { ...at, block: 'submission', verb: 'confirm', text: '' }, arrival(DAY)))).code,
  ).toBe('forbidden')
  await dropDraft(ben, at, arrival(DAY))
})
