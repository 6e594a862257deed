import 'server-only'
import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import { refusalsNoted } from '@/lib/auth/accesses'
import { currentReader, currentViewer } from '@/lib/auth/current'
import { addressIn, answeredAs } from '@/lib/auth/request'
import { Fault } from '@/lib/domain/base/fault'
import { cameFrom } from '@/lib/domain/base/origin'
import { addressRefused } from '@/lib/domain/office/access'
import { type PagePath, rightOf } from '@/lib/domain/people/pages'
import { can, POLICY, type Viewer } from '@/lib/domain/people/policy'
import { logFault } from './log'

/** The names in a path: 'quarter' and 'id' of '/notices/[quarter]/[id]'. */
export type Names<Path extends string> = Path extends `${string}[${infer Name}]${infer Rest}`
  ? Name | Names<Rest>
  : never

/** What an address asks for behind its `?`. */
export type Search = Record<string, string | string[] | undefined>

/** What a page is drawn for. */
export type AskedPage<Path extends string> = { viewer: Viewer; params: Record<Names<Path>, string>; search: Search }

type Props<Path extends string> = { params: Promise<Record<Names<Path>, string>>; searchParams: Promise<Search> }

/** How it is drawn that there is no page for this person: absent, not theirs and why, or broken under a number of our log. */
export type NoPage = {
  absent: () => ReactNode
  refused: (reason: string) => ReactNode
  broken: (reference: string) => ReactNode
}

/**
 * The one path from an address to a page, as `action` is from a form to a use case: viewer, right, reads, true status.
 * Whoever isn't signed in is led to 登录 and back; a first password is changed first; a page whose right visitors have
 * lets them in where the office has decided so. A fault of ours in one of its reads becomes 404 or 403, any other error a
 * number of our log: so a page reads all that it shows before it draws, and its components read nothing. Each is drawn here, as a
 * page like any other: what Next draws for an error stands in the answer only once scripts have run.
 */
export function pagesWith(instead: NoPage) {
  return <Path extends PagePath>(pattern: Path, draw: (asked: AskedPage<Path>) => Promise<ReactNode> | ReactNode) =>
    async ({ params, searchParams }: Props<Path>): Promise<ReactNode> => {
      const [names, search] = await Promise.all([params, searchParams])
      const viewer = await viewerAt(pattern, addressOf(pattern, names, search))
      const address = addressRefused(pattern, names)
      const asked = await headers()
      try {
        return await cameFrom(addressIn(asked), () =>
          refusalsNoted(viewer, { right: rightOf(pattern), address }, async () => {
            const verdict = can(viewer, rightOf(pattern))
            if (!verdict.allowed) throw new Fault('forbidden', verdict.reason)
            return draw({ viewer, params: names, search })
          }),
        )
      } catch (error) {
        unstable_rethrow(error)
        const ours = error instanceof Fault ? error : null
        const known = ours?.code === 'not_found' || ours?.code === 'forbidden'
        answeredAs(asked, ours && known ? ours.status : 500)
        if (ours?.code === 'not_found') return instead.absent()
        if (ours?.code === 'forbidden') return instead.refused(ours.message)
        return instead.broken(logFault(error, pattern))
      }
    }
}

async function viewerAt(pattern: PagePath, address: string): Promise<Viewer> {
  const right = rightOf(pattern)
  const forVisitors = (POLICY[right].roles as readonly string[]).includes('visitor')
  const viewer = await (forVisitors ? currentReader() : currentViewer())
  if (!viewer) redirect(address === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(address)}`)
  if (viewer.mustChangePassword && pattern !== '/password') redirect('/password')
  if (viewer.mustSetCode && pattern !== '/account/code' && pattern !== '/password') redirect('/account/code')
  return viewer
}

function addressOf(pattern: string, names: Record<string, string>, search: Search): string {
  const path = pattern.replace(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(names[name] ?? ''))
  const query = new URLSearchParams(
    Object.entries(search).flatMap(([name, value = []]) => [value].flat().map((one) => [name, one])),
  ).toString()
  return query ? `${path}?${query}` : path
}
