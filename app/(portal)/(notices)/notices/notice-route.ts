import 'server-only'
import { refusalResponse } from '@/app/figures-route'
import { currentViewer } from '@/lib/auth/current'
import { Fault } from '@/lib/domain/base/fault'
import type { Notice } from '@/lib/domain/notices/notice'
import { can } from '@/lib/domain/people/policy'
import { parseQuarter, type Quarter } from '@/lib/domain/time/quarter'
import { noticeFor } from './notice-for'

type Context = { params: Promise<{ quarter: string }> }

/** A route that gives a notice as a file: whoever may not read it, and what is not there, is refused in words. */
export function noticeRoute(answer: (notice: Notice, quarter: Quarter) => Promise<Response>) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const viewer = await currentViewer()
    if (!viewer) return refusalResponse('请先登录。', 401)
    const verdict = can(viewer, 'notice.read')
    if (!verdict.allowed) return refusalResponse(verdict.reason, 403)
    const quarter = parseQuarter((await params).quarter)
    if (!quarter) return refusalResponse('没有这个季度。', 404)
    try {
      return await answer(await noticeFor(viewer, quarter, request), quarter)
    } catch (error) {
      if (error instanceof Fault) return refusalResponse(error.message, error.status)
      throw error
    }
  }
}
