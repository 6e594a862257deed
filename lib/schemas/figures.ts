import { z } from 'zod'
import { fileList, quarter, typed } from './base'

/** One file a table, of which a category has two; all together stay below what a form may carry. */
const MOST_FILES = 32
const LARGEST = 2 * 1024 * 1024
const MOST_BYTES = 3.5 * 1024 * 1024

/** Which quarter, from which paper. */
export const pastSchema = z.object({ quarter: quarter('请选择季度。'), source: typed('来源', { max: 100 }) })

/** The same with the files, as the form sends them. */
export const pastFormSchema = pastSchema.extend({
  files: fileList('请选择要录入的文件。')
    .refine((files) => files.length <= MOST_FILES, `最多 ${MOST_FILES} 个文件。`)
    .refine((files) => files.every(({ size }) => size <= LARGEST), '单个文件不能超过 2 MB。')
    .refine((files) => files.reduce((sum, { size }) => sum + size, 0) <= MOST_BYTES, '文件合计不能超过 3.5 MB。'),
})

export type PastInput = z.output<typeof pastSchema>
