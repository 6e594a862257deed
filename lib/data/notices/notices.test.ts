import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { noticeRows, notices } from '@/db/schema'
import { checkNotice } from '@/lib/domain/checking/consistency'
import { noticeText } from '@/lib/domain/notices/text'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { beginDraft, NOTICE_DAY as DAY, draftSeen, noticeHead as head } from '@/lib/testing/notices'
import {
  arrival,
  auditEntriesOf,
  directly,
  graded,
  refusal,
  sent,
  someone,
  type World,
  world,
} from '@/lib/testing/world'
import { knownTo } from './checking'
import { addParagraph, addSuggestion, chooseNames, editParagraph, openDraft, saveNoticeHead } from './drafts'
import { issueNotice, proposeNotice, takeBackNotice } from './issue'
import { issuedIn, issuedNotice, verifyNotice } from './issued'
import { answerObjection, objectionsOf, openWindow, raiseObjection } from './objections'
import { keepSuggestion, suggestionLibrary } from './suggestions'

const Q = '2026Q1' as Quarter

let w: World
let writer: Viewer
let issuer: Viewer
let itemId: string

beforeAll(async () => {
  w = await world()
  writer = await someone('editor', { mayIssue: true })
  issuer = await someone('editor', { mayIssue: true })
  itemId = (await sent(w.clerk, '2026-01-10')).id
  await sent(w.townClerk, '2026-02-10')
  await graded(w.editor, itemId, '2026-02-01')
})

const begin = (over: object = {}) => beginDraft(writer, Q, over)
const seen = () => draftSeen(writer, Q)

describe('writing', () => {
  test('a draft begins once for a quarter; whoever comes second gets the same one', async () => {
    const first = await begin()
    expect(await begin()).toEqual(first)
    expect((await refusal(openDraft(w.reader, { quarter: Q, corrects: '', reason: '' }, arrival(DAY)))).code).toBe(
      'forbidden',
    )
  })

  test('the words of a paragraph change, its figure follows the data; the change waits to be confirmed', async () => {
    const at = await begin()
    const text = '一季度共收到【报送条数】条。'
    const next = await editParagraph(writer, { ...at, block: 'submission', verb: 'write', text }, arrival(DAY))
    const block = (await seen()).blocks.find(({ key }) => key === 'submission')
    expect(block).toMatchObject({ reads: '一季度共收到2条。', template: text, by: writer.name })
    expect((await seen()).hindrances.join()).toContain('1 段改写的文字尚未确认')
    await editParagraph(issuer, { ...next, block: 'submission', verb: 'confirm', text: '' }, arrival(DAY))
    expect((await seen()).hindrances.join()).not.toContain('尚未确认')
  })

  test('a figure that is typed over, or a token that means nothing, is refused at the field and nothing is changed', async () => {
    const at = await begin()
    const wrong = editParagraph(
      writer,
      { ...at, block: 'submission', verb: 'write', text: '共【条数】条' },
      arrival(DAY),
    )
    expect((await refusal(wrong)).fields).toHaveProperty('text')
    expect(await begin()).toEqual(at)
  })

  test('an older version of the draft is a conflict, never an overwrite', async () => {
    const at = await begin()
    await saveNoticeHead(writer, head(at), arrival(DAY))
    expect((await refusal(saveNoticeHead(issuer, head(at), arrival(DAY)))).code).toBe('conflict')
  })

  test('a paragraph of the office’s own, one of its library, and whom a list names', async () => {
    const { id } = await keepSuggestion(
      w.editor,
      { id: '', title: '（四）落实专人', body: '请各单位落实专人。', retired: '' },
      arrival(DAY),
    )
    expect((await suggestionLibrary(writer)).map(({ title }) => title)).toEqual(['（四）落实专人'])
    let at = await begin()
    at = await editParagraph(writer, { ...at, block: 'submission', verb: 'restore', text: '' }, arrival(DAY))
    at = await addSuggestion(writer, { ...at, after: 'step-3', suggestion: id }, arrival(DAY))
    at = await addParagraph(writer, { ...at, after: 'opening', kind: 'paragraph', text: '补充一段。' }, arrival(DAY))
    const { lists, notice } = await seen()
    const list = lists.find(({ token }) => token === '部门·未完成任务的单位·名单')
    expect(list?.units.map(({ unit }) => unit)).toEqual(['样例一局', '样例二局'])
    const pick = { how: 'hand' as const, units: ['dept2'], order: 'table' as const }
    await chooseNames(writer, { ...at, list: list?.token ?? '', pick }, arrival(DAY))
    const text = noticeText((await seen()).notice)
    expect(text).toContain('补充一段。')
    expect(text).toContain('请各单位落实专人。')
    expect(noticeText(notice)).not.toContain('样例二局等2个部门')
    expect(noticeText((await seen()).notice)).toContain('未完成的有样例二局等2个部门')
    const own = (await seen()).blocks.find(({ key, text: t }) => key.startsWith('own-') && t === '补充一段。')
    await editParagraph(writer, { ...(await begin()), block: own?.key ?? '', verb: 'drop', text: '' }, arrival(DAY))
  })
})

describe('objections', () => {
  test('within the window a unit objects to a count of its own, the office answers on record, others do not see it', async () => {
    const raise = (at: string) =>
      raiseObjection(w.clerk, { quarter: Q, figure: '区级信息', said: '少计一条。' }, arrival(at))
    expect((await refusal(raise('2026-04-02'))).message).toContain('没有开放异议期')
    await openWindow(writer, { quarter: Q, until: '2026-04-10' }, arrival('2026-04-02'))
    const { id } = await raise('2026-04-03')
    expect((await refusal(raise('2026-04-11'))).message).toContain('异议期已于')
    expect((await objectionsOf(w.clerk, Q)).objections).toMatchObject([
      { unit: '样例一局', printed: '1', answer: null },
    ])
    expect((await objectionsOf(w.otherClerk, Q)).objections).toEqual([])
    expect((await objectionsOf(writer, Q)).objections).toHaveLength(1)
    expect((await seen()).hindrances.join()).toContain('1 条异议尚未答复')
    const answer = { id, outcome: 'kept' as const, answer: '已核对，计数无误。' }
    await answerObjection(writer, answer, arrival(DAY))
    expect((await refusal(answerObjection(writer, answer, arrival(DAY)))).code).toBe('conflict')
    expect((await objectionsOf(w.signer, Q)).objections).toMatchObject([{ answer: '已核对，计数无误。' }])
    expect((await seen()).hindrances).toEqual([])
  })
})

describe('issuing', () => {
  test('takes a second person with the right to it; a proposed draft stands still until it is given back', async () => {
    const at = await begin()
    const proposed = await proposeNotice(writer, at, arrival(DAY))
    expect((await refusal(saveNoticeHead(writer, head(proposed), arrival(DAY)))).message).toContain('已提请印发')
    expect((await refusal(issueNotice(writer, { ...proposed, despite: '' }, arrival(DAY)))).message).toContain('另一位')
    expect((await refusal(issueNotice(w.editor, { ...proposed, despite: '' }, arrival(DAY)))).code).toBe('forbidden')
    const early = issueNotice(issuer, { ...proposed, despite: '' }, arrival('2026-03-31'))
    expect((await refusal(early)).message).toContain('季度尚未结束')
    const back = await takeBackNotice(issuer, proposed, arrival(DAY))
    await proposeNotice(writer, back, arrival(DAY))
  })

  test('neither who wrote it nor who proposed it issues it, though both have the right to', async () => {
    const given = await takeBackNotice(writer, await begin(), arrival(DAY))
    const proposed = await proposeNotice(issuer, given, arrival(DAY))
    for (const one of [writer, issuer]) {
      const { code, message } = await refusal(issueNotice(one, { ...proposed, despite: '' }, arrival(DAY)))
      expect([code, message]).toEqual(['forbidden', expect.stringContaining('另一位')])
    }
    expect(await issuedIn(w.reader, Q)).toEqual([])
    await proposeNotice(writer, await takeBackNotice(issuer, proposed, arrival(DAY)), arrival(DAY))
  })

  test('freezes document, figures, rows and digest, with one audit entry and a code that anybody can check', async () => {
    const at = await begin()
    const before = noticeText((await seen()).notice)
    let issued: Awaited<ReturnType<typeof issueNotice>> | undefined
    const entries = await auditEntriesOf(async () => {
      issued = await issueNotice(issuer, { ...at, despite: '' }, arrival(DAY))
    })
    expect(entries.map(({ verb, figures }) => [verb, figures])).toEqual([['notice.issue', null]])
    const notice = await issuedNotice(w.reader, issued?.id ?? '')
    expect(notice).toMatchObject({ number: '雁府办发〔2026〕7号', intact: true, changes: [], issuedBy: issuer.name })
    expect(notice.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const text = noticeText(notice.notice)
    expect(text.startsWith(before)).toBe(true)
    expect(text).toContain(`校验码：${notice.code}`)
    expect(await verifyNotice(w.clerk, ` ${notice.code.toLowerCase().replaceAll('-', ' ')} `)).toMatchObject({
      number: notice.number,
      intact: true,
    })
    expect(await verifyNotice(w.clerk, 'ZZZZ-ZZZZ-ZZZZ')).toBeNull()
    expect(
      (await refusal(openDraft(writer, { quarter: Q, corrects: '', reason: '' }, arrival(DAY)))).message,
    ).toContain('起草更正')
  })

  test('an issued notice can be neither changed nor deleted, whoever asks the database', async () => {
    const [row] = await issuedIn(w.reader, Q)
    const id = row?.id ?? ''
    const works: Parameters<typeof directly>[0][] = [
      (tx) => tx.update(notices).set({ document: '{}' }).where(eq(notices.id, id)),
      (tx) => tx.delete(notices).where(eq(notices.id, id)),
      (tx) => tx.update(noticeRows).set({ rows: '{}' }).where(eq(noticeRows.noticeId, id)),
    ]
    for (const work of works) await expect(directly(work)).rejects.toThrow()
    expect((await issuedNotice(w.reader, id)).intact).toBe(true)
  })

  test('an issued file is found clean, one changed letter in it is found out', async () => {
    const [copy] = (await knownTo(w.clerk)).issued
    expect(checkNotice(copy?.text ?? '', await knownTo(w.clerk)).faults).toEqual([])
    const changed = (copy?.text ?? '').replace('真伪', '真假')
    expect(checkNotice(changed, await knownTo(w.clerk)).faults).toHaveLength(1)
  })
})
