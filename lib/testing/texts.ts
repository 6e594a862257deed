import { gradeText } from '@/lib/data/texts/grading'
import { textOf } from '@/lib/data/texts/reading'
import { editItem, mergeItems, saveText } from '@/lib/data/texts/texts'
import type { Viewer } from '@/lib/domain/people/policy'
import type { GradeTextInput } from '@/lib/schemas/texts'
import { arrival, aStory, sent, type World } from './world'

/** For tests only: the day on which everything happens to edited texts. */
export const TEXT_DAY = '2026-05-20'

/** For tests only: edited texts as an editor makes them, in a world that is made before the first of them. */
export function textDesk(world: () => World) {
  const itemOf = async (clerk: Viewer, title: string) => (await sent(clerk, '2026-05-05', aStory(title))).id
  const threeItems = async () => [
    await itemOf(world().clerk, '样例甲事'),
    await itemOf(world().otherClerk, '样例乙事'),
    await itemOf(world().townClerk, '样例丙事'),
  ]
  const made = async (itemId: string, editor = world().editor) =>
    (await editItem(editor, { id: itemId }, arrival(TEXT_DAY))).id
  const merged = async (items: string[], title = '样例综合') =>
    (await mergeItems(world().editor, { title, items }, arrival(TEXT_DAY))).id
  const read = (id: string, viewer = world().editor) => textOf(viewer, id)
  const saved = (id: string, version: number, title: string, body = '改后的正文。', editor = world().editor) =>
    saveText(editor, { id, version, title, body }, arrival(TEXT_DAY))
  const aGrade = (id: string, over: Partial<GradeTextInput> = {}): GradeTextInput => ({
    ...{ id, sharers: 3, kinds: ['district_full'], adoptedOn: TEXT_DAY, publication: '', issueNo: '', evidence: '' },
    ...over,
  })
  const graded = (id: string, over: Partial<GradeTextInput> = {}, editor = world().editor) =>
    gradeText(editor, aGrade(id, over), arrival(TEXT_DAY))
  const refs = async (id: string) => (await read(id)).sources.map(({ title }) => title)
  return { itemOf, threeItems, made, merged, read, saved, aGrade, graded, refs }
}
