'use server'
import { action } from '@/lib/action/action'
import {
  addParagraph,
  addSuggestion,
  chooseNames,
  dropDraft,
  editParagraph,
  openDraft,
  saveHead,
} from '@/lib/data/notices/drafts'
import { issue, propose, takeBack } from '@/lib/data/notices/issue'
import { answerObjection, openWindow, raiseObjection } from '@/lib/data/notices/objections'
import { keepSuggestion } from '@/lib/data/notices/suggestions'
import { EDITS } from '@/lib/domain/notices/editing'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import {
  addParagraphSchema,
  addSuggestionSchema,
  draftSchema,
  editSchema,
  headSchema,
  issueSchema,
  namesSchema,
  openDraftSchema,
  suggestionSchema,
} from '@/lib/schemas/notice'
import { answerSchema, raiseSchema, windowSchema } from '@/lib/schemas/objection'

export const openNotice = action('notice.write', openDraftSchema, async (viewer, input, arrival) => {
  await openDraft(viewer, input, arrival)
  return { message: '通报稿已建立。', to: `/notices/${input.quarter}/draft` }
})

export const saveNoticeHead = action('notice.write', headSchema, async (viewer, input, arrival) => {
  await saveHead(viewer, input, arrival)
  return { message: '文件要素已保存。' }
})

export const editNotice = action('notice.write', editSchema, async (viewer, input, arrival) => {
  await editParagraph(viewer, input, arrival)
  return { message: `已${EDITS[input.verb]}。` }
})

export const addNoticeParagraph = action('notice.write', addParagraphSchema, async (viewer, input, arrival) => {
  await addParagraph(viewer, input, arrival)
  return { message: '已加入正文，待确认。' }
})

export const addNoticeSuggestion = action('notice.write', addSuggestionSchema, async (viewer, input, arrival) => {
  await addSuggestion(viewer, input, arrival)
  return { message: '已加入正文。' }
})

export const chooseNoticeNames = action('notice.write', namesSchema, async (viewer, input, arrival) => {
  await chooseNames(viewer, input, arrival)
  return { message: '点名已保存。' }
})

export const dropNotice = action('notice.write', draftSchema, async (viewer, input, arrival) => {
  await dropDraft(viewer, input, arrival)
  return { message: '通报稿已放弃，记录保留。', to: '/notices' }
})

export const proposeNotice = action('notice.propose', draftSchema, async (viewer, input, arrival) => {
  await propose(viewer, input, arrival)
  return { message: '已提请印发，等待另一位具有印发权限的编辑印发。' }
})

export const takeBackNotice = action('notice.propose', draftSchema, async (viewer, input, arrival) => {
  await takeBack(viewer, input, arrival)
  return { message: '已退回起草。' }
})

export const issueNotice = action('notice.issue', issueSchema, async (viewer, input, arrival) => {
  const { id, quarter, code } = await issue(viewer, input, arrival)
  return { message: `已印发，校验码 ${code}。`, to: `/notices/${quarter}/${id}` }
})

export const openObjections = action('objection.open', windowSchema, async (viewer, input, arrival) => {
  const { closesAt } = await openWindow(viewer, input, arrival)
  return { message: `异议期到 ${chineseDateTime(closesAt)} 结束。` }
})

export const raiseAnObjection = action('objection.raise', raiseSchema, async (viewer, input, arrival) => {
  await raiseObjection(viewer, input, arrival)
  return { message: '异议已提交，区政府办公室答复后在此处显示。' }
})

export const answerAnObjection = action('objection.answer', answerSchema, async (viewer, input, arrival) => {
  await answerObjection(viewer, input, arrival)
  return { message: '已答复，单位即可看到。' }
})

export const keepASuggestion = action('suggestion.keep', suggestionSchema, async (viewer, input, arrival) => {
  await keepSuggestion(viewer, input, arrival)
  return { message: '已保存。' }
})
