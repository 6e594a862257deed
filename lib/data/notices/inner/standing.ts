import 'server-only'
import type { Database } from '@/db/client'
import { rank } from '@/lib/domain/figures/ranking'
import { changesBetween, type NoticeChange } from '@/lib/domain/notices/changes'
import { thaw } from '@/lib/domain/notices/frozen'
import { countedIn } from '../../figures/inner/counted'
import type { NoticeRow } from './composing'
import { codeOf, digestOfNotice } from './seal'

/** "Issued as …, would now be …": every cell of an issued notice that the data of this moment would print otherwise. */
export async function noticeStandingOf(tx: Database, issued: NoticeRow): Promise<NoticeChange[]> {
  return changesBetween(rank(thaw(issued.figures)), rank(await countedIn(tx, issued.quarter)))
}

/** True when document, figures and rows still have the digest and the code under which they were issued. */
export function isIntact({ document, figures, digest, code }: NoticeRow, rows: string): boolean {
  const now = digestOfNotice({ document, figures, rows })
  return now === digest && codeOf(now) === code
}
