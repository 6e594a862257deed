'use server'
import { action, type Done } from '@/lib/action/action'
import * as grading from '@/lib/data/texts/grading'
import * as sources from '@/lib/data/texts/sources'
import * as texts from '@/lib/data/texts/texts'
import { kindName } from '@/lib/domain/adoptions/kinds'
import {
  addSourceSchema,
  dropTextSchema,
  editItemSchema,
  gradeTextSchema,
  mergeSchema,
  moveSourceSchema,
  SOURCE_MOVES,
  saveTextSchema,
} from '@/lib/schemas/texts'

export const editItem = action('text.edit', editItemSchema, async (viewer, input, arrival) => {
  const { id } = await texts.editItem(viewer, input, arrival)
  return { message: '已打开编辑稿。', to: `/texts/${id}` }
})

export const mergeItems = action('text.edit', mergeSchema, async (viewer, input, arrival) => {
  const { id } = await texts.mergeItems(viewer, input, arrival)
  return { message: '已合并为综合。', to: `/texts/${id}` }
})

/** Names no place to go: the editor stays on the page, and without scripts it comes back. */
export const saveText = action(
  'text.edit',
  saveTextSchema,
  async (viewer, input, arrival): Promise<Done<{ version: number; at: number }>> => {
    const { version, at, changed } = await texts.saveText(viewer, input, arrival)
    return { message: changed ? `已保存为第 ${version} 版。` : '没有改动，无需保存。', data: { version, at } }
  },
)

export const addSource = action('text.edit', addSourceSchema, async (viewer, input, arrival) => {
  const { ref } = await sources.addSource(viewer, input, arrival)
  return { message: `已加入 ${ref}，原文列在来稿的最后，请把需要的内容写入正文。` }
})

export const moveSource = action('text.edit', moveSourceSchema, async (viewer, input, arrival) => {
  await sources.moveSource(viewer, input, arrival)
  return { message: input.verb === 'read' ? '已改按新稿对照。' : `已${SOURCE_MOVES[input.verb]}。` }
})

/** One door for both, so that without scripts the page that comes back still says what was done. */
export const dropOrRestoreText = action('text.edit', dropTextSchema, async (viewer, { id, verb }, arrival) => {
  const dropped = verb === 'drop'
  await (dropped ? texts.dropText : texts.restoreText)(viewer, { id }, arrival)
  return { message: dropped ? '已放弃，各版内容保留，可以恢复。' : '已恢复。' }
})

export const gradeText = action(
  'item.grade',
  gradeTextSchema,
  async (viewer, input, arrival): Promise<Done<unknown>> => {
    const { adoptions } = await grading.gradeText(viewer, input, arrival)
    const what = input.kinds.map(kindName).join('、')
    const message = `已登记：${what}，共 ${adoptions.length} 项，各单位即可看到。`
    return { message, data: { adoptedOn: input.adoptedOn } }
  },
)
