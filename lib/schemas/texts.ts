import { z } from 'zod'
import { BODY_MAX, TITLE_MAX } from '@/lib/domain/items/item'
import { SOURCES_MOST } from '@/lib/domain/texts/text'
import { kindsTicked, source } from './adoptions'
import { EXPIRED, id, keyOf, toldBefore, typed } from './base'

const newest = z.coerce.number({ error: EXPIRED }).int(EXPIRED).min(1, EXPIRED)
const title = typed('标题', { max: TITLE_MAX })

/** The item whose edited text is opened. */
export const editItemSchema = z.object({ id })

/** An edited text that is given up or taken up again. */
export const dropTextSchema = z.object({ id, verb: z.enum(['drop', 'restore'], { error: EXPIRED }) })

/** What is saved, and the newest version that its writer was shown. */
export const saveTextSchema = z.object({
  id,
  version: newest,
  title,
  body: typed('正文', { max: BODY_MAX, line: false }),
})

/** 综合: its title, and the items by number, id or address, with 、 or white space between them. */
export const mergeSchema = z.object({
  title,
  items: typed('信息编号', { max: 2000, line: false })
    .transform((s) => [...new Set(s.split(/[、，,；;\s]+/).filter(Boolean))])
    .refine((all) => all.length <= SOURCES_MOST, `综合最多由 ${SOURCES_MOST} 条信息合并，请减少。`),
})

/** One more item for a 综合, by number, id or address. */
export const addSourceSchema = z.object({ id, item: typed('信息编号', { max: 200 }) })

/** What is done to a source: its place, out of the 综合, or that its newest version was read. */
export const SOURCE_MOVES = { up: '上移', down: '下移', remove: '移出', read: '已核对新稿' } as const
export type SourceMove = keyof typeof SOURCE_MOVES
export const moveSourceSchema = z.object({ id, itemId: id, verb: keyOf(SOURCE_MOVES, EXPIRED) })

/** The adoption of an edited text in one or several kinds; `sharers` is how many units its form said would share it. */
export const gradeTextSchema = z
  .looseObject({ id, sharers: z.coerce.number({ error: EXPIRED }).int(EXPIRED), ...source, told: toldBefore })
  .transform(({ id: of, sharers, adoptedOn, publication, issueNo, evidence = '', told: known, ...boxes }) => ({
    ...(known && { told: known }),
    ...{ id: of, sharers, kinds: kindsTicked(boxes), adoptedOn, publication, issueNo, evidence },
  }))
  .refine((f) => f.kinds.length > 0, { path: ['kinds'], message: '请选择采用类别。' })

/** The items that an address chooses for a 综合: "id,id". */
export function chosenItems(s: unknown): string[] {
  const ids = typeof s === 'string' ? s.split(',').filter((one) => id.safeParse(one).success) : []
  return [...new Set(ids)].slice(0, SOURCES_MOST)
}

export type SaveTextInput = z.output<typeof saveTextSchema>
export type MergeInput = z.output<typeof mergeSchema>
export type AddSourceInput = z.output<typeof addSourceSchema>
export type MoveSourceInput = z.output<typeof moveSourceSchema>
export type GradeTextInput = z.output<typeof gradeTextSchema>
