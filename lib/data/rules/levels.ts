import 'server-only'
import { db } from '@/db/client'
import { type KindRow, kindsOfLevels } from '@/lib/domain/adoptions/kinds'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { kindsNow, levelsNow } from './inner/levels'

/** The same for the forms that offer them. */
export async function kindsFor(viewer: Viewer): Promise<KindRow[]> {
  authorize(viewer, 'figures.read')
  return kindsNow(db())
}

/** The kinds in which authorities above the district adopt. */
export async function upperKindsFor(viewer: Viewer): Promise<KindRow[]> {
  authorize(viewer, 'upper.read')
  return kindsOfLevels((await levelsNow(db())).filter(({ upper }) => upper))
}
