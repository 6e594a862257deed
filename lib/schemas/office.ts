import { z } from 'zod'
import { SETTINGS } from '@/lib/domain/office/settings'
import { EXPIRED, typed } from './base'

/** That the time of the server is right: with the reason, and how far the clock was off by the page that said so. */
export const confirmClockSchema = z.object({
  drift: z.coerce.number({ error: EXPIRED }).int(EXPIRED),
  reason: typed('核对依据', { max: 500 }),
})

export type ConfirmClockInput = z.output<typeof confirmClockSchema>

/** A setting and the value that its form chooses for it. */
export const settingSchema = z.discriminatedUnion(
  'name',
  [
    z.object({
      name: z.literal('ranking.open'),
      value: z.enum(SETTINGS['ranking.open'], { error: '请选择公开范围。' }),
    }),
    z.object({
      name: z.literal('desk.second_eyes'),
      value: z.enum(SETTINGS['desk.second_eyes'], { error: '请选择是否须经发布。' }),
    }),
  ],
  { error: EXPIRED },
)

/** The same of what guards the portal. */
export const secureSettingSchema = z.object({
  name: z.literal('sign_in.second_factor', { error: EXPIRED }),
  value: z.enum(SETTINGS['sign_in.second_factor'], { error: '请选择谁登录时须用动态码。' }),
})
