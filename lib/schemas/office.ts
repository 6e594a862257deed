import { z } from 'zod'
import { SETTINGS } from '@/lib/domain/office/settings'

/** Who may read the ranking, as the form on its page asks. */
export const openRankingSchema = z.object({
  open: z.enum(SETTINGS['ranking.open'], { error: '请选择公开范围。' }),
})

/** Whether a second editor releases what a junior proposes, as the form on the desk asks. */
export const deskReleaseSchema = z.object({
  release: z.enum(SETTINGS['desk.second_eyes'], { error: '请选择是否须经发布。' }),
})
