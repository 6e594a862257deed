import 'server-only'
import type { Database } from '@/db/client'
import { unitAliases, units } from '@/db/schema'
import { checkNotice, type Known } from '@/lib/domain/checking/consistency'
import type { CheckReport, PrintedFault } from '@/lib/domain/checking/report'
import type { NoticeChange } from '@/lib/domain/notices/changes'
import { unnamedIn } from '@/lib/domain/notices/correction'
import type { Notice } from '@/lib/domain/notices/document'
import { noticeText } from '@/lib/domain/notices/text'
import { categoriesNow } from '../../office/inner/categories'

/** The check that a draft must pass before it is issued; a correction must name all that has changed. */
export async function draftReport(
  tx: Database,
  notice: Notice,
  changes: readonly NoticeChange[] = [],
): Promise<CheckReport> {
  const report = checkNotice(noticeText(notice), await registerIn(tx))
  const unnamed = unnamedIn(notice, changes).map(
    (expected): PrintedFault => ({ kind: 'figure', place: '正文', printed: '未写明', expected, why: UNNAMED }),
  )
  return { ...report, faults: [...report.faults, ...unnamed] }
}

const UNNAMED = '更正须写明原通报中每一处变动，可以恢复原文。'

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
