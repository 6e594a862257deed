import 'server-only'
import { refusalResponse, route } from '@/lib/action/route'
import type { Notice } from '@/lib/domain/notices/document'
import type { PagePath } from '@/lib/domain/people/pages'
import type { Viewer } from '@/lib/domain/people/policy'
import { parseQuarter, type Quarter } from '@/lib/domain/time/quarter'
import { noticeFor } from './notice-for'

type NoticePath = Extract<PagePath, `/notices/[quarter]/${'docx' | 'pdf' | 'text'}`>

/** A route that gives a notice as a file. */
export function noticeRoute(
  pattern: NoticePath,
  answer: (notice: Notice, quarter: Quarter, viewer: Viewer) => Promise<Response>,
) {
  return route(pattern, async ({ viewer, params, query }) => {
    const quarter = parseQuarter(params.quarter)
    if (!quarter) return refusalResponse('没有这个季度。', 404)
    return answer(await noticeFor(viewer, quarter, query), quarter, viewer)
  })
}
