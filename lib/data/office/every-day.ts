import 'server-only'
import { writeAccesses } from '@/lib/auth/accesses'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { verifyToday } from './inner/verify/daily'

/** How long after the start of a server the first look is taken, and how often from then on. */
const SOON_MS = 10 * 60_000
const AGAIN_MS = 3600_000

/**
 * Sees that the logs are verified once a day, whether anything was written or not, which leaves the day its anchor; and
 * that what strangers were counted for in an hour becomes lines of the access log.
 */
export function verifyEveryDay(viewer: Viewer): void {
  authorize(viewer, 'audit.verify')
  const look = () =>
    void Promise.allSettled([verifyToday(), writeAccesses(Date.now(), true)]).then(() =>
      setTimeout(look, AGAIN_MS).unref(),
    )
  setTimeout(look, SOON_MS).unref()
}
