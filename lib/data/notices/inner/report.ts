import 'server-only'
import type { Database } from '@/db/client'
import { unitAliases, units } from '@/db/schema'
import { checkNotice, type Known } from '@/lib/domain/checking/consistency'
import type { CheckReport } from '@/lib/domain/checking/report'
import type { Notice } from '@/lib/domain/notices/document'
import { noticeText } from '@/lib/domain/notices/text'
import { categoriesNow } from '../../office/inner/categories'

/** The check that a draft must pass before it is issued. */
export async function draftReport(tx: Database, notice: Notice): Promise<CheckReport> {
  return checkNotice(noticeText(notice), await registerIn(tx))
}

/** The register of units with its categories, by which a document is judged. */
export async function registerIn(tx: Database): Promise<Pick<Known, 'register' | 'categories'>> {
  const rows = await tx.select().from(units).orderBy(units.position)
  const aliases = await tx.select().from(unitAliases)
  const register = rows.map(({ id, name, category }) => ({
    name,
    category,
    aliases: aliases.filter(({ unitId }) => unitId === id).map((alias) => alias.name),
  }))
  return { register, categories: await categoriesNow(tx) }
}
