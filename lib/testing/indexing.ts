import { indexWaiting } from '@/lib/data/search/inner/indexing'
import { memory } from '@/lib/domain/base/memory'

/** For tests only: whether this process is indexing in the background, or about to. */
export const isIndexing = () => memory<{ running: boolean }>('indexing', { most: 1 }).get('pass')?.running === true

/** Indexes all that waits, as the background would. */
export async function settleIndex(): Promise<void> {
  while (await indexWaiting(100));
}
