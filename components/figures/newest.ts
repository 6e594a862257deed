import type { Quarter } from '@/lib/domain/time/quarter'

/** The newest version of a quarter's page; `over` when the reader may no longer know it, `broken` when nobody answers. */
export async function newestVersion(quarter: Quarter): Promise<number | 'over' | 'broken'> {
  try {
    const answer = await fetch(`/api/figures/${quarter}`, { cache: 'no-store' })
    if (answer.status === 401 || answer.status === 403) return 'over'
    if (!answer.ok) return 'broken'
    return ((await answer.json()) as { version: number }).version
  } catch {
    return 'broken'
  }
}
