'use server'
import { action } from '@/lib/action/action'
import * as settings from '@/lib/data/office/settings'
import { openRankingSchema } from '@/lib/schemas/office'

export const openRanking = action('setting.change', openRankingSchema, async (viewer, { open }, arrival) => {
  await settings.changeSetting(viewer, { name: 'ranking.open', value: open }, arrival)
  const message = open === 'network' ? '已公开：内网来访者不登录也可以查看排名。' : '已收回：登录后才能查看排名。'
  return { message }
})
