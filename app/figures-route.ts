import 'server-only'
import { type Requested, refusalResponse, route } from '@/lib/action/route'
import type { PagePath } from '@/lib/domain/people/pages'
import { parseQuarter, type Quarter } from '@/lib/domain/time/quarter'
import { parseSpan, type Span } from '@/lib/domain/time/span'

type FiguresPath = Extract<PagePath, '/api/figures/[quarter]' | `/ranking/[quarter]/${'csv' | 'xlsx'}`>

/** What a route of figures is asked for, and by whom. */
export type FiguresAsked = Pick<Requested<FiguresPath>, 'viewer' | 'query'> & { quarter: Quarter; span: Span }

/** A route of figures: what names no quarter and no span is refused before `answer` is asked. */
export function figuresRoute(
  pattern: FiguresPath,
  answer: (asked: FiguresAsked) => Promise<Response>,
  manner?: { polled: boolean },
) {
  return route(
    pattern,
    async ({ viewer, params, query }) => {
      const quarter = parseQuarter(params.quarter)
      const span = parseSpan(query.get('span') ?? undefined)
      if (!quarter || !span) return refusalResponse('没有这个季度或时段。', 404)
      return answer({ viewer, quarter, span, query })
    },
    manner,
  )
}
