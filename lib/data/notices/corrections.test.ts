import { beforeAll, expect, test } from 'vitest'
import { checkNotice } from '@/lib/domain/checking/consistency'
import { checkVerdict } from '@/lib/domain/checking/report'
import { noticeChangeInWords } from '@/lib/domain/notices/changes'
import { noticeText } from '@/lib/domain/notices/text'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { anIssuedNotice, beginDraft, NOTICE_DAY as DAY, draftSeen, noticeHead as head } from '@/lib/testing/notices'
import { answeringYes, arrival, graded, refusal, sent, someone, type World, world } from '@/lib/testing/world'
import { revokeAdoption } from '../adoptions/adoptions'
import { rankingOf } from '../figures/figures'
import { knownTo } from './checking'
import { dropDraft, editParagraph, openDraft, saveNoticeHead } from './drafts'
import { issueNotice, proposeNotice } from './issue'
import { issuedIn, issuedNotice, verifyNotice } from './issued'

const Q = '2026Q1' as Quarter

let w: World
let writer: Viewer
let issuer: Viewer
let adoptionId: string

beforeAll(async () => {
  w = await world()
  writer = await someone('editor', { mayIssue: true })
  issuer = await someone('editor', { mayIssue: true })
  const { id } = await sent(w.clerk, '2026-01-10')
  await sent(w.townClerk, '2026-02-10')
  adoptionId = await graded(w.editor, id, '2026-02-01')
  await anIssuedNotice(writer, issuer, Q)
})

const begin = (over: object = {}) => beginDraft(writer, Q, over)
const seen = () => draftSeen(writer, Q)

test('a change shows as issued and as it would be; the correction says before, after and why', async () => {
  const [issued] = await issuedIn(w.reader, Q)
  await answeringYes((told) =>
    revokeAdoption(w.editor, { adoptionId, reason: '重复登记', told }, arrival('2026-04-20')),
  )
  const { changes, notice } = await issuedNotice(w.reader, issued?.id ?? '')
  expect(changes.map(noticeChangeInWords)).toContain('样例一局采用表区级信息：印发时为1，现应为0。')
  expect(noticeText(notice)).toContain('样例一局\t32\t0\t1')
  expect((await rankingOf(w.reader, Q)).totals.district).toBe(0)

  expect(changes.map(noticeChangeInWords)).toContain('正文：印发时为“区级采用1条”，现应为“区级采用0条”。')
  const begun = await openDraft(
    writer,
    { quarter: Q, corrects: issued?.id ?? '', reason: '一条采用重复登记' },
    arrival('2026-04-20'),
  )
  const { draft } = await draftSeen(writer, Q)
  // From the office that issued, to whom the notice went, on its own day.
  expect(draft).toMatchObject({ id: begun.id, issuer: notice.signature, addressees: notice.addressees })
  expect([draft.copies, draft.date]).toEqual([notice.imprint.copies, '2026-04-20'])
  const early = saveNoticeHead(
    writer,
    head({ id: draft.id, version: draft.version }, { number: '雁府办发〔2026〕9号', date: DAY }),
    arrival(DAY),
  )
  expect((await refusal(early)).fields).toEqual({ date: '更正的成文日期不能早于起草当日（2026年4月20日）。' })
  let at = await begin({ corrects: issued?.id, reason: '一条采用重复登记' })
  at = await saveNoticeHead(
    writer,
    head(at, { number: '雁府办发〔2026〕9号', date: '2026-04-21' }),
    arrival('2026-04-21'),
  )
  const view = await seen()
  expect(noticeText(view.notice)).toContain('样例一局\t采用\t区级信息\t1\t0')
  expect(noticeText(view.notice)).toContain('正文“区级采用1条”更正为“区级采用0条”')
  expect(view.report.faults).toEqual([])
  expect(checkVerdict(view.report)).toBe('clean')
  // The text of it, checked from outside before it is issued, is judged by what it corrects.
  const known = await knownTo(w.reader)
  const judged = (text: string) => checkNotice(text, known)
  const text = noticeText(view.notice)
  expect([judged(text).faults, checkVerdict(judged(text))]).toEqual([[], 'clean'])
  const lies = text
    .replace('更正为“区级采用0条”', '更正为“区级采用2条”')
    .replace('采用\t区级信息\t1\t0', '采用\t区级信息\t1\t3')
  expect(judged(lies).faults.map(({ printed, expected }) => `${printed} → ${expected}`)).toEqual([
    '区级采用2条 → 区级采用0条',
    '3 → 0',
  ])
  const row = text.split('\n').find((line) => line.includes('采用\t区级信息\t1\t0')) ?? ''
  expect(judged(text.replace(`${row}\n`, '')).faults.map(({ expected }) => expected)).toEqual([
    '样例一局采用表区级信息由1更正为0',
  ])
  const dropped = await editParagraph(writer, { ...at, block: 'said', verb: 'drop', text: '' }, arrival('2026-04-21'))
  expect((await seen()).report.faults.map(({ expected }) => expected).join()).toContain('区级采用1条')
  await dropDraft(writer, dropped, arrival('2026-04-21'))
  at = await begin({ corrects: issued?.id, reason: '一条采用重复登记' })
  at = await saveNoticeHead(
    writer,
    head(at, { number: '雁府办发〔2026〕9号', date: '2026-04-21' }),
    arrival('2026-04-21'),
  )
  const correction = await issueNotice(
    issuer,
    { ...(await proposeNotice(writer, at, arrival('2026-04-21'))), despite: '' },
    arrival('2026-04-21'),
  )
  const after = await issuedNotice(w.reader, correction.id)
  expect(after).toMatchObject({ corrects: issued?.id, changes: [], reason: '一条采用重复登记' })
  expect(await verifyNotice(w.reader, issued?.code ?? '')).toMatchObject({
    corrections: [{ number: '雁府办发〔2026〕9号', date: '2026-04-21' }],
  })
})

test('a draft that is given up stays on record, and another can be begun', async () => {
  const newest = (await issuedIn(w.reader, Q)).at(-1)
  const again = { corrects: newest?.id, reason: '再次更正' }
  const at = await begin(again)
  await dropDraft(writer, at, arrival('2026-04-22'))
  expect((await begin(again)).id).not.toBe(at.id)
})
