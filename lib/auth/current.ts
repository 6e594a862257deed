import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Viewer } from '@/lib/domain/policy'
import { sessionIdIn } from './options'
import { cookieName } from './settings'
import { viewerOf } from './viewer'

/** The viewer of this request, or null: the session row is read anew on every request, once. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const token = (await cookies()).get(cookieName())?.value
  const sessionId = token ? await sessionIdIn(token) : null
  return sessionId ? viewerOf(sessionId) : null
})
