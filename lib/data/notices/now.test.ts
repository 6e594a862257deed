import { beforeAll, expect, test } from 'vitest'
import { noticeText } from '@/lib/domain/notices/text'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { beginDraft, NOTICE_DAY as DAY } from '@/lib/testing/notices'
import { arrival, refusal, sent, someone, type World, world } from '@/lib/testing/world'
import { editParagraph } from './drafts'
import { noticeNow } from './now'

const Q = '2026Q1' as Quarter

let w: World
let writer: Viewer
beforeAll(async () => {
  w = await world()
  writer = await someone('editor', { mayIssue: true })
  await sent(w.clerk, '2026-01-10')
})

const begin = () => beginDraft(writer, Q)
const now = (viewer: Viewer) => noticeNow(viewer, Q, Date.parse(`${DAY}T12:00:00+08:00`))

test('editors and leaders read the same words, marked as not issued; units and administrators read none', async () => {
  let at = await begin()
  at = await editParagraph(writer, { ...at, block: 'step-1', verb: 'write', text: '独一无二的话。' }, arrival(DAY))
  const [read, written] = [(await now(w.reader)).notice, (await now(writer)).notice]
  expect(read).toEqual(written)
  expect(noticeText(read)).toContain('独一无二的话。')
  expect(noticeText(read).startsWith('送审稿，未印发\n')).toBe(true)
  for (const viewer of [w.clerk, w.signer, w.townClerk, w.systemAdmin, w.securityAdmin, w.auditAdmin])
    expect(await refusal(now(viewer))).toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('通报尚未印发'),
    })
  await editParagraph(writer, { ...at, block: 'step-1', verb: 'restore', text: '' }, arrival(DAY))
})
