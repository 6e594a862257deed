import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Viewer } from '@/lib/domain/people/policy'
import { sessionIdIn } from './options'
import { cookieName } from './settings'
import { viewerOf, visitor } from './viewer'

/** The viewer of this request, or null: the session row is read anew on every request, once. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const token = (await cookies()).get(cookieName())?.value
  const sessionId = token ? await sessionIdIn(token) : null
  return sessionId ? viewerOf(sessionId) : null
})

/** Whoever reads figures in this request: the viewer, or a visitor where the ranking is open to them; or null. */
export const currentReader = cache(async (): Promise<Viewer | null> => (await currentViewer()) ?? visitor())
