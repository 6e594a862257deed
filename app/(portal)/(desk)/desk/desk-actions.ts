'use server'
import { action, type Done } from '@/lib/action/action'
import * as deciding from '@/lib/data/adoptions/deciding'
import type { Graded } from '@/lib/data/adoptions/grading'
import * as grading from '@/lib/data/adoptions/grading'
import * as views from '@/lib/data/desk/views'
import { kindName } from '@/lib/domain/adoptions/kinds'
import { YES } from '@/lib/domain/base/result'
import { gradeAllSchema, proposalSchema, undoSchema } from '@/lib/schemas/adoptions'
import { dropViewSchema, viewSchema } from '@/lib/schemas/desk'

// The desk's own verbs. None names a place to go: the page stays, with or without scripts.

export const gradeAll = action('item.grade', gradeAllSchema, async (viewer, input, arrival): Promise<Done<unknown>> => {
  const done = await grading.gradeAll(viewer, input, arrival)
  return { message: gradedInWords(done, input), data: { ...done, adoptedOn: input.adoptedOn } }
})

export const undoGrades = action('item.revoke', undoSchema, async (viewer, input, arrival) => {
  const { items } = await grading.undoGrades(viewer, input, arrival)
  return { message: `已撤销刚才的登记（${items.length} 条信息），办理过程中留有记录。` }
})

export const releaseProposal = action('proposal.release', proposalSchema, async (viewer, input, arrival) => {
  await deciding.releaseProposal(viewer, input, arrival)
  return { message: '已发布，报送单位和排名即时可见。' }
})

export const dropProposal = action('proposal.drop', proposalSchema, async (viewer, input, arrival) => {
  await deciding.dropProposal(viewer, input, arrival)
  return { message: '已不予发布。' }
})

export const keepView = action('view.keep', viewSchema, async (viewer, input, arrival) => {
  await views.keepView(viewer, input, arrival)
  return { message: `已保存视图“${input.name}”。` }
})

export const dropView = action('view.keep', dropViewSchema, async (viewer, input, arrival) => {
  await views.dropView(viewer, input, arrival)
  return { message: '视图已删除。' }
})

/** How many refusals are told one by one. */
const TOLD = 3

function gradedInWords(done: Graded, { kinds, items }: { kinds: Parameters<typeof kindName>[0][]; items: unknown[] }) {
  const verb = done.proposals.length > 0 ? '已提出采用建议，待发布' : '已登记'
  const what = kinds.map(kindName).join('、')
  const many = items.length > 1 ? `，${done.items.length} 条` : ''
  const all = done.refused.map(({ title, reason }) => (items.length > 1 ? `《${title}》：${reason}` : reason))
  // What stands in the way of many is mostly the same; a line of the desk is no place for a list of it.
  const refused = all.length > TOLD ? [...all.slice(0, TOLD), `……共 ${all.length} 项。`] : all
  if (done.told.length > 0) refused.push(YES)
  const rest = all.length > 0 ? `；没有登记 ${all.length} 项：${refused.join(' ')}` : ''
  return done.items.length > 0 ? `${verb}：${what}${many}${rest}` : `没有登记。${refused.join(' ')}`
}
