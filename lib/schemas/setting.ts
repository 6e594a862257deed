import { z } from 'zod'
import { SETTINGS } from '@/lib/domain/settings'

/** Who may read the ranking, as the form on its page asks. */
export const openRankingSchema = z.object({
  open: z.enum(SETTINGS['ranking.open'], { error: '请选择公开范围。' }),
})
