import 'server-only'
import type { Database } from '@/db/client'
import { withOtherNames } from '@/lib/domain/base/names'
import { checkNotice, type Known } from '@/lib/domain/checking/consistency'
import { asCorrection, withoutNamed } from '@/lib/domain/checking/corrected'
import type { CheckReport, PrintedFault } from '@/lib/domain/checking/report'
import type { NoticeChange } from '@/lib/domain/notices/changes'
import { unnamedIn } from '@/lib/domain/notices/correction'
import type { Notice } from '@/lib/domain/notices/document'
import { noticeText } from '@/lib/domain/notices/text'
import { categoriesNow } from '../../office/inner/categories'
import { districtNow, unitsNow } from '../../office/inner/names'

/** The check that a draft must pass before it is issued; a correction must name all that has changed. */
export async function draftReport(
  tx: Database,
  notice: Notice,
  changes: readonly NoticeChange[] = [],
): Promise<CheckReport> {
  const known = await registerIn(tx)
  const text = noticeText(notice)
  const report = checkNotice(text, known)
  const unnamed = unnamedIn(notice, changes).map(
    (expected): PrintedFault => ({ kind: 'figure', place: '正文', printed: '未写明', expected, why: UNNAMED }),
  )
  if (changes.length === 0) return report
  return asCorrection(report, checkNotice(withoutNamed(text), known), unnamed, changes.length)
}

const UNNAMED = '更正须写明原通报中每一处变动，可以恢复原文。'

/** The register of units with its categories, by which a document is judged. */
export async function registerIn(tx: Database): Promise<Pick<Known, 'register' | 'categories'>> {
  const named = withOtherNames(await unitsNow(tx), await districtNow(tx))
  const register = named.map(({ name, category, aliases }) => ({ name, category, aliases }))
  return { register, categories: await categoriesNow(tx) }
}
