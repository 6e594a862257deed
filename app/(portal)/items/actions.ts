'use server'
import { action } from '@/lib/action/action'
import { save, submit, withdraw } from '@/lib/data/items'
import type { Result } from '@/lib/domain/result'
import { saveSchema, submitSchema, withdrawSchema } from '@/lib/schemas/item'

const saveItem = action('item.save', saveSchema, async (viewer, input, arrival) => {
  const { id, version } = await save(viewer, input, arrival)
  return { message: '已保存', to: `/items/${id}`, data: { version, at: arrival.at } }
})

const submitItem = action('item.submit', submitSchema, async (viewer, input, arrival) => {
  const { id, ref, answered } = await submit(viewer, input, arrival)
  const answer = answered ? `，已回复约稿“${answered.topic}”${answered.late && `（${answered.late}）`}` : ''
  return { message: `已报送，编号 ${ref}${answer}`, to: `/items/${id}` }
})

/**
 * The one door of the item's form: the pressed button names the verb. Two doors in one form would get each other's
 * answer where the browser posts it without scripts.
 */
export async function sendItem(previous: Result<{ version: number; at: number }>, form: FormData) {
  const submitting = form instanceof FormData && form.get('verb') === 'submit'
  return submitting ? (submitItem(previous, form) as Promise<Result<never>>) : saveItem(previous, form)
}

export const withdrawItem = action('item.withdraw', withdrawSchema, async (viewer, input, arrival) => {
  const { id } = await withdraw(viewer, input, arrival)
  return { message: '已撤回', to: `/items/${id}` }
})
