import 'server-only'
import type { Viewer } from '@/lib/domain/people/policy'
import { type Proposal, proposalsOf } from '../adoptions/proposals'
import { authorize } from '../core/authorize'
import { type Opened, openItems } from '../items/open'

/** How many items are read at once. */
export const READING_MAX = 24

export type ReadItem = Opened & { proposals: Proposal[] }

/** Several opened items for the desk's pane, in the asked order; what is out of reach is left out. */
export async function readItems(viewer: Viewer, ids: readonly string[]): Promise<ReadItem[]> {
  authorize(viewer, 'desk.read')
  const asked = [...new Set(ids)].slice(0, READING_MAX)
  const [opened, proposals] = await Promise.all([openItems(viewer, asked), proposalsOf(viewer, asked)])
  return opened.map((one) => ({ ...one, proposals: proposals.filter(({ itemId }) => itemId === one.item.id) }))
}
