import { commissionOfItem, owedBy } from '@/lib/data/commissions/commissions'
import { timeLeft } from '@/lib/domain/commissions/commission'
import type { Viewer } from '@/lib/domain/people/policy'

/** What the form of an item asks about commissions; nothing once the item has answered one. */
export async function commissionChoices(viewer: Viewer, itemId: string, now: number, asked = '') {
  const [behind, owed] = await Promise.all([commissionOfItem(viewer, itemId), owedBy(viewer, now)])
  if (behind && behind.answeredAt !== null) return { chosen: '', options: [] }
  const options = owed.map(({ id, topic, deadline }) => ({ id, words: `${topic}（${timeLeft(deadline, now)}）` }))
  const chosen = asked || behind?.id || ''
  return { chosen: options.some(({ id }) => id === chosen) ? chosen : '', options }
}
