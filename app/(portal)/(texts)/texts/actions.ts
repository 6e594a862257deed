'use server'
import { action, type Done } from '@/lib/action/action'
import { gradeText } from '@/lib/data/texts/grading'
import { addSource, moveSource } from '@/lib/data/texts/sources'
import { dropText, editItem, mergeItems, restoreText, saveText } from '@/lib/data/texts/texts'
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
} from '@/lib/schemas/editing'

export const editAnItem = action('text.edit', editItemSchema, async (viewer, input, arrival) => {
  const { id } = await editItem(viewer, input, arrival)
  return { message: '已打开编辑稿。', to: `/texts/${id}` }
})

export const mergeIntoOne = action('text.edit', mergeSchema, async (viewer, input, arrival) => {
  const { id } = await mergeItems(viewer, input, arrival)
  return { message: '已合并为综合。', to: `/texts/${id}` }
})

/** Names no place to go: the editor stays on the page, and without scripts it comes back. */
export const saveAText = action(
  'text.edit',
  saveTextSchema,
  async (viewer, input, arrival): Promise<Done<{ version: number; at: number }>> => {
    const { version, at, changed } = await saveText(viewer, input, arrival)
    return { message: changed ? `已保存为第 ${version} 版。` : '没有改动，无需保存。', data: { version, at } }
  },
)

export const addToText = action('text.edit', addSourceSchema, async (viewer, input, arrival) => {
  const { ref } = await addSource(viewer, input, arrival)
  return { message: `已加入 ${ref}，原文列在来稿的最后，请把需要的内容写入正文。` }
})

export const moveInText = action('text.edit', moveSourceSchema, async (viewer, input, arrival) => {
  await moveSource(viewer, input, arrival)
  return { message: input.verb === 'read' ? '已改按新稿对照。' : `已${SOURCE_MOVES[input.verb]}。` }
})

/** One door for both, so that without scripts the page that comes back still says what was done. */
export const dropAText = action('text.edit', dropTextSchema, async (viewer, { id, verb }, arrival) => {
  const dropped = verb === 'drop'
  await (dropped ? dropText : restoreText)(viewer, { id }, arrival)
  return { message: dropped ? '已放弃，各版内容保留，可以恢复。' : '已恢复。' }
})

export const gradeAText = action(
  'item.grade',
  gradeTextSchema,
  async (viewer, input, arrival): Promise<Done<unknown>> => {
    const { adoptions } = await gradeText(viewer, input, arrival)
    const what = input.kinds.map(kindName).join('、')
    const message = `已登记：${what}，共 ${adoptions.length} 项，各单位即可看到。`
    return { message, data: { adoptedOn: input.adoptedOn } }
  },
)
