import 'server-only'
import type { Database } from '@/db/client'
import { withOtherNames } from '@/lib/domain/base/names'
import { checkNotice, type Known } from '@/lib/domain/checking/consistency'
import type { CheckReport } from '@/lib/domain/checking/report'
import type { Notice } from '@/lib/domain/notices/document'
import { noticeText } from '@/lib/domain/notices/text'
import { categoriesNow } from '../../office/inner/categories'
import { districtNow, unitsNow } from '../../office/inner/names'

/** The check that a draft must pass before it is issued. */
export async function draftReport(tx: Database, notice: Notice): Promise<CheckReport> {
  return checkNotice(noticeText(notice), await registerIn(tx))
}

/** The register of units with its categories, by which a document is judged. */
export async function registerIn(tx: Database): Promise<Pick<Known, 'register' | 'categories'>> {
  const named = withOtherNames(await unitsNow(tx), await districtNow(tx))
  const register = named.map(({ name, category, aliases }) => ({ name, category, aliases }))
  return { register, categories: await categoriesNow(tx) }
}
