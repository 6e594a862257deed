'use server'
import { action } from '@/lib/action/action'
import { save, submit, withdraw } from '@/lib/data/items'
import { saveSchema, submitSchema, withdrawSchema } from '@/lib/schemas/item'

export const saveItem = action('item.save', saveSchema, async (viewer, input, arrival) => {
  const { id, version } = await save(viewer, input, arrival)
  return { message: '已保存', to: `/items/${id}`, data: { version, at: arrival.at } }
})

export const submitItem = action('item.submit', submitSchema, async (viewer, input, arrival) => {
  const { id, ref } = await submit(viewer, input, arrival)
  return { message: `已报送，编号 ${ref}`, to: `/items/${id}` }
})

export const withdrawItem = action('item.withdraw', withdrawSchema, async (viewer, input, arrival) => {
  const { id } = await withdraw(viewer, input, arrival)
  return { message: '已撤回', to: `/items/${id}` }
})
