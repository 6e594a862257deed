import 'server-only'
import { issuedNotice } from '@/lib/data/notices/issued'
import { noticeNow } from '@/lib/data/notices/now'
import { notFound } from '@/lib/domain/base/fault'
import type { Notice } from '@/lib/domain/notices/document'
import type { Viewer } from '@/lib/domain/people/policy'
import { type Quarter, quarterName } from '@/lib/domain/time/quarter'

/** The notice that a file is asked of: the issued one that the address names by `id`, or the one of this moment. */
export async function noticeFor(viewer: Viewer, quarter: Quarter, query: URLSearchParams): Promise<Notice> {
  const id = query.get('id')
  if (id === null) return (await noticeNow(viewer, quarter, Date.now())).notice
  const issued = await issuedNotice(viewer, id)
  if (issued.quarter !== quarter) throw notFound('通报')
  return issued.notice
}

/** What a notice is called as a file, without the ending. */
export function fileName({ unissued }: Notice, quarter: Quarter): string {
  return `${quarterName(quarter)}政务信息通报${unissued ? '（送审稿）' : ''}`
}
