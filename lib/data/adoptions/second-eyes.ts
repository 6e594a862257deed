import 'server-only'
import { db } from '@/db/client'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { onlyProposes } from './inner/second-eyes'

/** The same for a page. */
export async function proposesAtDesk(viewer: Viewer): Promise<boolean> {
  authorize(viewer, 'desk.read')
  return onlyProposes(db(), viewer)
}
