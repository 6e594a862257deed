'use server'
import { bytesOf } from '@/app/bytes-of'
import { action, type Done } from '@/lib/action/action'
import { spend } from '@/lib/auth/limits/limits'
import * as checking from '@/lib/data/notices/checking'
import { workFor } from '@/lib/files/pool/pool'
import { checkSchema } from '@/lib/schemas/checking'

export const checkText = action(
  'check.run',
  checkSchema,
  async (viewer, { files, text, system }): Promise<Done<unknown>> => {
    await spend('check', viewer.userId)
    const pasted = text.trim() === '' ? [] : [{ name: '粘贴的全文', text }]
    const given = await Promise.all(files.map(bytesOf))
    const work = workFor(viewer.userId)
    const data = await checking.checkText(viewer, { system: system === 'yes' }, async (known) => {
      return await work('checkFiles', given, pasted, known)
    })
    return { message: '核对完成。', data }
  },
)
