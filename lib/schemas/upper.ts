import { z } from 'zod'
import { isKind } from '@/lib/domain/adoptions/kinds'
import { refTyped } from '@/lib/domain/items/item'
import { DROP_REASONS } from '@/lib/domain/upper/upper'
import { fileList, id, keyOf, pastDay, typed } from './base'

const MOST_FILES = 4
const MOST_BYTES = 3.5 * 1024 * 1024

/** A list from above: its name, what holds for lines that do not say it, and the list as text, as files, or both. */
export const receiveSchema = z
  .object({
    name: typed('清单名称', { max: 60 }),
    kind: z.string({ error: '请选择采用类别。' }).refine(isKind, { error: '请选择采用类别。' }),
    adoptedOn: pastDay('采用日期', false).default(''),
    publication: typed('刊物', { max: 60, required: false }).default(''),
    issueNo: typed('期号', { max: 30, required: false }).default(''),
    text: typed('清单文字', { max: 60_000, required: false, line: false }).default(''),
    files: fileList().optional().default([]),
  })
  .refine(({ files, text }) => files.length > 0 || text !== '', {
    path: ['text'],
    message: '请粘贴清单，或者选择文件。',
  })
  .refine(({ files }) => files.length <= MOST_FILES, { path: ['files'], message: `最多 ${MOST_FILES} 个文件。` })
  .refine(({ files }) => files.reduce((sum, { size }) => sum + size, 0) <= MOST_BYTES, {
    path: ['files'],
    message: '文件合计不能超过 3.5 MB。',
  })

const REF_MAX = 40

/**
 * One line as the editor ticked it: to which item, by choice among the candidates or by its number. `again`: also where the
 * item was adopted so before, or the rules give it nothing.
 */
export type LineChoice = { lineId: string; itemId: string | null; ref: string | null; again?: boolean }

/** The ticked lines of a list. Fields of a line carry its id: `tick-`, `item-`, `ref-`, `again-`. */
export const postSchema = z
  .looseObject({ listId: id })
  .transform(({ listId, ...fields }): { listId: string; choices: LineChoice[] } => {
    const value = (name: string) => {
      const given = fields[name]
      return typeof given === 'string' ? given.trim() : ''
    }
    const choices = Object.keys(fields)
      .filter((name) => name.startsWith('tick-'))
      .map((name) => name.slice('tick-'.length))
      .map((lineId) => ({
        lineId,
        itemId: value(`item-${lineId}`) || null,
        ref: refTyped(value(`ref-${lineId}`)).slice(0, REF_MAX) || null,
        again: value(`again-${lineId}`) !== '',
      }))
    return { listId, choices }
  })
  .refine(({ choices }) => choices.length > 0, { path: ['ticks'], message: '没有勾选任何一条。' })

/** A line that is no adoption of ours. */
export const dropSchema = z.object({ lineId: id, reason: keyOf(DROP_REASONS, '请选择剔除原因。') })

/** A line as it should have been read. */
export const changeSchema = z.object({
  lineId: id,
  title: typed('标题', { max: 200 }),
  kind: z.string().refine(isKind, { error: '请选择采用类别。' }),
  adoptedOn: pastDay('采用日期', false).default(''),
  publication: typed('刊物', { max: 60, required: false }).default(''),
  issueNo: typed('期号', { max: 30, required: false }).default(''),
})

/** The day of all lines of a list that name none. */
export const dateSchema = z.object({ listId: id, adoptedOn: pastDay('采用日期') })

/** A list that was misread, whole. */
export const takeBackSchema = z.object({ listId: id })

export type ChangeInput = z.output<typeof changeSchema>
export type DateInput = z.output<typeof dateSchema>
export type PostInput = z.output<typeof postSchema>
export type DropInput = z.output<typeof dropSchema>
export type TakeBackInput = z.output<typeof takeBackSchema>
