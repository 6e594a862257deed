import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { BY_ITSELF } from '@/lib/domain/people/idle'
import type { Viewer } from '@/lib/domain/people/policy'
import { sessionIdIn } from './options'
import { cookieName } from './settings'
import { viewerOf, visitor } from './viewer'

/**
 * The viewer of this request, or null: the session row is read anew on every request, once. A page that brings itself up to
 * date says so in a cookie, and keeps nobody signed in.
 */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  return viewerBy((await cookies()).has(BY_ITSELF) ? 'page' : 'person')
})

/** Whoever reads figures in this request: the viewer, or a visitor where the ranking is open to them; or null. */
export const currentReader = cache(async (): Promise<Viewer | null> => (await currentViewer()) ?? visitor())

/** The same where an open page asks again and again. */
export const pollingReader = cache(async (): Promise<Viewer | null> => (await viewerBy('page')) ?? visitor())

async function viewerBy(by: 'person' | 'page'): Promise<Viewer | null> {
  const token = (await cookies()).get(cookieName())?.value
  const sessionId = token ? await sessionIdIn(token) : null
  return sessionId ? viewerOf(sessionId, Date.now(), by) : null
}
