'use server'
import { action } from '@/lib/action/action'
import * as drafts from '@/lib/data/notices/drafts'
import * as house from '@/lib/data/notices/house'
import * as issuing from '@/lib/data/notices/issue'
import * as objections from '@/lib/data/notices/objections'
import * as suggestions from '@/lib/data/notices/suggestions'
import { EDITS } from '@/lib/domain/notices/paragraphs'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import {
  addParagraphSchema,
  addSuggestionSchema,
  answerSchema,
  draftSchema,
  editSchema,
  headSchema,
  houseSchema,
  issueSchema,
  namesSchema,
  openDraftSchema,
  raiseSchema,
  suggestionSchema,
  windowSchema,
} from '@/lib/schemas/notices'

export const openDraft = action('notice.write', openDraftSchema, async (viewer, input, arrival) => {
  await drafts.openDraft(viewer, input, arrival)
  return { message: '通报稿已建立。', to: `/notices/${input.quarter}/draft` }
})

export const saveNoticeHead = action('notice.write', headSchema, async (viewer, input, arrival) => {
  await drafts.saveNoticeHead(viewer, input, arrival)
  return { message: '文件要素已保存。' }
})

export const editParagraph = action('notice.write', editSchema, async (viewer, input, arrival) => {
  await drafts.editParagraph(viewer, input, arrival)
  return { message: `已${EDITS[input.verb]}。` }
})

export const addParagraph = action('notice.write', addParagraphSchema, async (viewer, input, arrival) => {
  await drafts.addParagraph(viewer, input, arrival)
  return { message: '已加入正文，待确认。' }
})

export const addSuggestion = action('notice.write', addSuggestionSchema, async (viewer, input, arrival) => {
  await drafts.addSuggestion(viewer, input, arrival)
  return { message: '已加入正文。' }
})

export const chooseNames = action('notice.write', namesSchema, async (viewer, input, arrival) => {
  await drafts.chooseNames(viewer, input, arrival)
  return { message: '点名已保存。' }
})

export const dropDraft = action('notice.write', draftSchema, async (viewer, input, arrival) => {
  await drafts.dropDraft(viewer, input, arrival)
  return { message: '通报稿已放弃，记录保留。', to: '/notices' }
})

export const proposeNotice = action('notice.propose', draftSchema, async (viewer, input, arrival) => {
  await issuing.proposeNotice(viewer, input, arrival)
  return { message: '已提请印发，等待另一位具有印发权限的编辑印发。' }
})

export const takeBackNotice = action('notice.propose', draftSchema, async (viewer, input, arrival) => {
  await issuing.takeBackNotice(viewer, input, arrival)
  return { message: '已退回起草。' }
})

export const issueNotice = action('notice.issue', issueSchema, async (viewer, input, arrival) => {
  const { id, quarter, code } = await issuing.issueNotice(viewer, input, arrival)
  return { message: `已印发，校验码 ${code}。`, to: `/notices/${quarter}/${id}` }
})

export const openWindow = action('objection.open', windowSchema, async (viewer, input, arrival) => {
  const { closesAt } = await objections.openWindow(viewer, input, arrival)
  return { message: `异议期到 ${chineseDateTime(closesAt)} 结束。` }
})

export const raiseObjection = action('objection.raise', raiseSchema, async (viewer, input, arrival) => {
  await objections.raiseObjection(viewer, input, arrival)
  return { message: '异议已提交，区政府办公室答复后在此处显示。' }
})

export const answerObjection = action('objection.answer', answerSchema, async (viewer, input, arrival) => {
  await objections.answerObjection(viewer, input, arrival)
  return { message: '已答复，单位即可看到。' }
})

export const keepSuggestion = action('suggestion.keep', suggestionSchema, async (viewer, input, arrival) => {
  await suggestions.keepSuggestion(viewer, input, arrival)
  return { message: '已保存。' }
})

export const keepHouse = action('setting.change', houseSchema, async (viewer, input, arrival) => {
  await house.keepHouse(viewer, input, arrival)
  return { message: '已保存，尚未印发的通报即按此格式。' }
})
