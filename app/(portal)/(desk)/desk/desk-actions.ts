'use server'
import { action, type Done } from '@/lib/action/action'
import * as deciding from '@/lib/data/adoptions/deciding'
import type { Graded } from '@/lib/data/adoptions/grading'
import * as grading from '@/lib/data/adoptions/grading'
import * as views from '@/lib/data/desk/views'
import { refusedInWords } from '@/lib/domain/adoptions/again'
import { kindName } from '@/lib/domain/adoptions/kinds'
import { type GradeAllInput, gradeAllSchema, proposalSchema, undoSchema } from '@/lib/schemas/adoptions'
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

function gradedInWords({ proposals, items, refused }: Graded, press: GradeAllInput) {
  const verb = proposals.length > 0 ? '已提出采用建议，待发布' : '已登记'
  const what = press.kinds.map(kindName).join('、')
  const many = press.items.length > 1 ? `，${items.length} 条` : ''
  const words = refusedInWords(refused).join(' ')
  if (items.length === 0) return `没有登记。${words}`
  return `${verb}：${what}${many}${refused.length > 0 ? `；没有登记 ${refused.length} 项：${words}` : ''}`
}
