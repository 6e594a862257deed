import 'server-only'
import { db } from '@/db/client'
import type { CategoryRow } from '@/lib/domain/office/category'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { categoriesNow } from './inner/categories'

/** Every category of the register, in order, for pages and forms that name them. */
export async function categoriesFor(viewer: Viewer): Promise<CategoryRow[]> {
  authorize(viewer, 'figures.read')
  return categoriesNow(db())
}
