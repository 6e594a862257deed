import { z } from 'zod'
import { fileList } from './base'

/** How large the files of one check may be together; an official notice has a few dozen kilobytes. */
const BYTES_MAX = 3_500_000

/** A document to be checked: as one or several files, or pasted. */
export const checkSchema = z
  .object({
    files: fileList().optional().default([]),
    text: z.string().max(300_000, '文字过长，请改为上传文件。').default(''),
    /** Whether what the system knows of the quarter is asked as well. */
    system: z.enum(['yes', '']).default(''),
  })
  .refine((f) => f.files.length > 0 || f.text.trim() !== '', { path: ['files'], message: '请选择文件，或者粘贴全文。' })
  .refine((f) => f.files.reduce((sum, { size }) => sum + size, 0) <= BYTES_MAX, {
    path: ['files'],
    message: '文件合计不能超过 3.5 MB。',
  })
  .refine((f) => f.files.length <= 32, { path: ['files'], message: '一次最多核对 32 个文件。' })

/** A printed code, and a file to be compared with what was issued under it. */
export const verifySchema = z.object({
  code: z.string().trim().min(1, '请填写校验码。').max(40, '校验码过长，请核对。'),
  files: fileList()
    .optional()
    .default([])
    .refine((files) => files.reduce((sum, { size }) => sum + size, 0) <= BYTES_MAX, '文件不能超过 3.5 MB。')
    .refine((files) => files.length <= 1, '请只选一个文件。'),
})
