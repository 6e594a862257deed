'use server'
import { bytesOf } from '@/app/bytes-of'
import { action } from '@/lib/action/action'
import { attachmentsOf } from '@/lib/data/attachments/attachments'
import * as items from '@/lib/data/items/items'
import type { Attachment } from '@/lib/domain/attachments/attachment'
import type { Result } from '@/lib/domain/base/result'
import { isNumbered } from '@/lib/domain/items/number'
import type { Viewer } from '@/lib/domain/people/policy'
import { attachmentsFrom } from '@/lib/files/attachments/reading'
import { saveFormSchema, submitFormSchema, withdrawSchema } from '@/lib/schemas/items'

type Saved = { version: number; at: number; attachments: readonly Attachment[] }

const save = action('item.save', saveFormSchema, async (viewer, { attachments, ...input }, arrival) => {
  const { id, version } = await items.save(viewer, input, arrival, await read(viewer, attachments))
  const data: Saved = { version, at: arrival.at, attachments: await attachmentsOf(viewer, id) }
  return { message: '已保存', to: `/items/${id}`, data }
})

const submit = action('item.submit', submitFormSchema, async (viewer, { attachments, ...input }, arrival) => {
  const { id, ref, answered } = await items.submit(viewer, input, arrival, await read(viewer, attachments))
  const answer = answered ? `，已回复约稿“${answered.topic}”${answered.late && `（${answered.late}）`}` : ''
  const number = isNumbered(ref) ? `已报送，编号 ${ref}` : '已收到，待编号'
  return { message: `${number}${answer}`, to: `/items/${id}` }
})

async function read(viewer: Viewer, files: readonly File[]) {
  return attachmentsFrom(viewer.userId, await Promise.all(files.map(bytesOf)))
}

/**
 * The one door of the item's form: the pressed button names the verb. Two doors in one form would get each other's
 * answer where the browser posts it without scripts.
 */
export async function saveOrSubmit(previous: Result<Saved>, form: FormData) {
  const submitting = form instanceof FormData && form.get('verb') === 'submit'
  return submitting ? (submit(previous, form) as Promise<Result<never>>) : save(previous, form)
}

export const withdraw = action('item.withdraw', withdrawSchema, async (viewer, input, arrival) => {
  const { id } = await items.withdraw(viewer, input, arrival)
  return { message: '已撤回', to: `/items/${id}` }
})
