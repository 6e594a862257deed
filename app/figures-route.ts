import 'server-only'
import { currentReader } from '@/lib/auth/current'
import { can, type Viewer } from '@/lib/domain/people/policy'
import { parseQuarter, type Quarter } from '@/lib/domain/time/quarter'
import { parseSpan, type Span } from '@/lib/domain/time/span'

/** What a route of figures is asked for, and by whom. */
export type Asked = { viewer: Viewer; quarter: Quarter; span: Span; query: URLSearchParams }

type Context = { params: Promise<{ quarter: string }> }

/** A route of figures: whoever may not read them, and what names no quarter, is refused before `answer` is asked. */
export function figuresRoute(answer: (asked: Asked) => Promise<Response>) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const viewer = await currentReader()
    if (!viewer) return refusalResponse('请先登录。', 401)
    const verdict = can(viewer, 'figures.read')
    if (!verdict.allowed) return refusalResponse(verdict.reason, 403)
    const quarter = parseQuarter((await params).quarter)
    const query = new URL(request.url).searchParams
    const span = parseSpan(query.get('span') ?? undefined)
    if (!quarter || !span) return refusalResponse('没有这个季度或时段。', 404)
    return answer({ viewer, quarter, span, query })
  }
}

/** A refusal in words; never kept by anybody on the way. */
export function refusalResponse(words: string, status: number): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
  return new Response(words, { status, headers })
}

/** The headers of a file to keep, under its Chinese name. */
export function fileHeaders(name: string, type: string): HeadersInit {
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodedName(name)}`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  }
}

/** RFC 5987 escapes a few characters more than an address does: brackets are common in names of files. */
function encodedName(name: string): string {
  return encodeURIComponent(name).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
}
