import 'server-only'
import { forbidden, notFound, redirect } from 'next/navigation'
import { Fault } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import { currentReader, currentViewer } from './current'

/**
 * The viewer of a page; whoever isn't signed in is led to 登录 and back, a first password is changed first. A page of
 * figures may let visitors in, where the office has decided so.
 */
export async function pageViewer(path: string, { visitors = false } = {}): Promise<Viewer> {
  const viewer = await (visitors ? currentReader() : currentViewer())
  if (!viewer) redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`)
  if (viewer.mustChangePassword && path !== '/password') redirect('/password')
  return viewer
}

/** A page's read: a fault of ours becomes the true status, 404 or 403. */
export async function reading<T>(read: Promise<T>): Promise<T> {
  try {
    return await read
  } catch (error) {
    if (error instanceof Fault && error.code === 'not_found') notFound()
    if (error instanceof Fault && error.code === 'forbidden') forbidden()
    throw error
  }
}
