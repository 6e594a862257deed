'use server'
import { action, type Done } from '@/lib/action/action'
import { spend } from '@/lib/auth/limits/limits'
import * as checking from '@/lib/data/notices/checking'
import { categoriesFor } from '@/lib/data/office/categories'
import { readNotice } from '@/lib/files/base/read'
import { checkSchema } from '@/lib/schemas/checking'

export const checkText = action('check.run', checkSchema, async (viewer, { files, text }): Promise<Done<unknown>> => {
  await spend('check', viewer.userId)
  const given = await Promise.all(
    files.map(async (f) => ({ name: f.name, bytes: new Uint8Array(await f.arrayBuffer()) })),
  )
  const read = given.length > 0 ? await readNotice(given, await categoriesFor(viewer)) : []
  const pasted = text.trim() === '' ? [] : [{ name: '粘贴的全文', text }]
  const checked = []
  for (const { name, text: words } of [...read, ...pasted]) {
    checked.push({ name, report: await checking.checkText(viewer, words) })
  }
  return { message: '核对完成。', data: checked }
})
