'use server'
import { action } from '@/lib/action/action'
import * as isolations from '@/lib/data/secrecy/isolations'
import { isolateSchema, liftSchema, purgeSchema } from '@/lib/schemas/secrecy'

export const isolate = action('isolation.isolate', isolateSchema, async (viewer, input, arrival) => {
  const { id } = await isolations.isolate(viewer, input, arrival)
  return { message: '已隔离，内容和附件即刻起其他人都不能查看。', to: `/isolations?open=${id}#one` }
})

export const lift = action('isolation.end', liftSchema, async (viewer, input, arrival) => {
  await isolations.lift(viewer, input, arrival)
  return { message: '已解除隔离，内容和附件恢复原样。', to: '/isolations' }
})

export const purge = action('isolation.end', purgeSchema, async (viewer, input, arrival) => {
  await isolations.purge(viewer, input, arrival)
  return { message: '已清除。服务器以外的副本请按清单逐一核查。', to: '/isolations' }
})
