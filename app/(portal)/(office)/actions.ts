'use server'
import { action } from '@/lib/action/action'
import { clockIsRight } from '@/lib/auth/request'
import * as clock from '@/lib/data/office/clock'
import * as settings from '@/lib/data/office/settings'
import type { Setting, Settings } from '@/lib/domain/office/settings'
import { confirmClockSchema, secureSettingSchema, settingSchema } from '@/lib/schemas/office'

/** What is said of each value that was chosen. */
const CHOSEN: { [Name in Setting['name']]: Record<Settings[Name], string> } = {
  'ranking.open': {
    network: '已公开：内网来访者不登录也可以查看排名。',
    signed_in: '已收回：登录后才能查看排名。',
  },
  'desk.second_eyes': {
    on: '已启用：没有发布权限的编辑只提出采用建议，由另一位编辑发布。',
    all: '已启用：采用一律由另一位具有发布权限的编辑发布，本人提出的不能自己发布。',
    off: '已停用：编辑登记的采用即时生效。',
  },
}

// It names no place to go: each setting is decided on the page that it is about.
export const changeSetting = action('setting.change', settingSchema, async (viewer, input, arrival) => {
  const { name, value } = await settings.changeSetting(viewer, input, arrival)
  return { message: (CHOSEN[name] as Record<string, string>)[value] ?? '' }
})

const SECURED: Record<Settings['sign_in.second_factor'], string> = {
  choice: '已保存：动态码由各人自愿启用。',
  powerful: '已保存：管理员和具有发布、印发权限的编辑必须启用动态码，尚未启用的下一次操作时须先启用。',
  all: '已保存：所有人必须启用动态码，尚未启用的下一次操作时须先启用。',
}

export const secureSetting = action('setting.secure', secureSettingSchema, async (viewer, input, arrival) => {
  const { value } = await settings.secureSetting(viewer, input, arrival)
  return { message: SECURED[value] }
})

export const confirmClock = action('clock.confirm', confirmClockSchema, async (viewer, input, arrival) => {
  const { numbered } = await clock.confirmClock(viewer, input, arrival)
  clockIsRight()
  return { message: numbered > 0 ? `时间已确认，${numbered} 条信息已编号并计入所在季度。` : '时间已确认。' }
})
