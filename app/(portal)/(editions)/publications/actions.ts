'use server'
import { action } from '@/lib/action/action'
import { changeIssue, dropIssue, startIssue } from '@/lib/data/editions/editions'
import { moveEntry, pickEntries } from '@/lib/data/editions/entries'
import { keepPublication } from '@/lib/data/editions/publications'
import { releaseIssue } from '@/lib/data/editions/release'
import {
  changeIssueSchema,
  issueSchema,
  MOVES,
  moveSchema,
  pickSchema,
  publicationSchema,
  startIssueSchema,
} from '@/lib/schemas/publication'

export const keepAPublication = action('publication.keep', publicationSchema, async (viewer, input, arrival) => {
  const { id } = await keepPublication(viewer, input, arrival)
  return input.id ? { message: '已保存。' } : { message: '刊物已设立。', to: `/publications/${id}` }
})

export const startAnIssue = action('issue.compose', startIssueSchema, async (viewer, input, arrival) => {
  const { id } = await startIssue(viewer, input, arrival)
  return { message: '已开始编排。', to: `/editions/${id}` }
})

export const changeAnIssue = action('issue.compose', changeIssueSchema, async (viewer, input, arrival) => {
  await changeIssue(viewer, input, arrival)
  return { message: '期号和日期已保存。' }
})

export const dropAnIssue = action('issue.compose', issueSchema, async (viewer, input, arrival) => {
  const { publicationId } = await dropIssue(viewer, input, arrival)
  return { message: '本期已放弃，记录保留。', to: `/publications/${publicationId}` }
})

export const pickForIssue = action('issue.compose', pickSchema, async (viewer, input, arrival) => {
  const { picked } = await pickEntries(viewer, input, arrival)
  return { message: picked > 0 ? `已编入 ${picked} 条。` : '勾选的都已在本期。' }
})

export const moveInIssue = action('issue.compose', moveSchema, async (viewer, input, arrival) => {
  await moveEntry(viewer, input, arrival)
  return { message: `已${MOVES[input.verb]}。` }
})

export const releaseAnIssue = action('issue.release', issueSchema, async (viewer, input, arrival) => {
  const { name, entries, adoptions } = await releaseIssue(viewer, input, arrival)
  return { message: `${name}已发刊，${entries} 条共登记采用 ${adoptions} 项。`, to: `/editions/${input.id}` }
})
