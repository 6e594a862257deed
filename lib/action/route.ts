import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { noteAccess, noteStranger, refusalsNoted } from '@/lib/auth/accesses'
import { currentReader, currentViewer, pollingReader } from '@/lib/auth/current'
import { addressIn } from '@/lib/auth/request'
import { Fault } from '@/lib/domain/base/fault'
import { cameFrom } from '@/lib/domain/base/origin'
import { addressAsked, addressRefused, DOWNLOADS } from '@/lib/domain/office/access'
import { type PagePath, rightOf } from '@/lib/domain/people/pages'
import { can, POLICY, type Viewer } from '@/lib/domain/people/policy'
import { logFault } from './log'
import type { Names } from './page'

/** What a route is asked for. */
export type Requested<Path extends string> = {
  viewer: Viewer
  params: Record<Names<Path>, string>
  query: URLSearchParams
}

type Context<Path extends string> = { params: Promise<Record<Names<Path>, string>> }

/**
 * `page` for what is no page: files and data. Whoever may not have them, and what is not there, is refused in words
 * with the true status; a file that is given is noted; an answer is never kept by anybody on the way. What an open page asks for by itself (`polled`)
 * keeps nobody signed in.
 */
export function route<Path extends PagePath>(
  pattern: Path,
  answer: (requested: Requested<Path>) => Promise<Response>,
  { polled = false } = {},
) {
  const right = rightOf(pattern)
  const forVisitors = (POLICY[right].roles as readonly string[]).includes('visitor')
  return async (request: Request, { params }: Context<Path>): Promise<Response> => {
    const viewer = await (polled ? pollingReader() : forVisitors ? currentReader() : currentViewer())
    const address = addressIn(request.headers)
    if (!viewer) {
      noteStranger(address, 'stranger.refused')
      return refusalResponse('请先登录。', 401)
    }
    try {
      // Next hands over none where the pattern names none.
      const named = ((await params) ?? {}) as Record<Names<Path>, string>
      const asked = { viewer, params: named, query: new URL(request.url).searchParams }
      return await cameFrom(address, () =>
        refusalsNoted(viewer, { right, address: addressRefused(pattern, named) }, async () => {
          const verdict = can(viewer, right)
          if (!verdict.allowed) throw new Fault('forbidden', verdict.reason)
          const given = await answer(asked)
          if (DOWNLOADS[pattern] && given.ok)
            noteAccess(viewer, 'file.download', [addressAsked(pattern, asked.params, asked.query)])
          return given
        }),
      )
    } catch (error) {
      if (error instanceof Fault) return refusalResponse(error.message, error.status)
      unstable_rethrow(error)
      return refusalResponse(
        `系统出错，请稍后再试；如仍不成功，请联系系统管理员并报告编号 ${logFault(error, pattern)}。`,
        500,
      )
    }
  }
}

/** A refusal in words. */
export function refusalResponse(words: string, status: number): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store' }
  return new Response(words, { status, headers })
}

/** The headers of a file to keep, under its Chinese name. */
export function fileHeaders(name: string, type: string): HeadersInit {
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodedName(name)}`,
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  }
}

/** RFC 5987 escapes a few characters more than an address does: brackets are common in names of files. */
function encodedName(name: string): string {
  return encodeURIComponent(name).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
}
