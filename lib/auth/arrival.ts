import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { secret } from './settings'

/** How long a press that was told to come again may take to do so. */
const LATEST_MS = 3600_000

/**
 * The instant of a press, signed for its person and key: who was told 正忙 hands it back with the next try, and what
 * counts is when the first arrived (DESIGN, "submitted is not counted").
 */
export function signedArrival(userId: string, key: string, at: number): string {
  return `${at}.${signature(userId, key, at).toString('base64url')}`
}

/** The instant in what was handed back, or null where it is none of ours, another's, another press's or too old. */
export function arrivalIn(signed: string, userId: string, key: string, now: number): number | null {
  const [at = '', given = ''] = signed.split('.')
  const instant = Number(at)
  if (!/^\d{1,15}$/.test(at) || instant > now || instant + LATEST_MS < now) return null
  const [theirs, ours] = [Buffer.from(given, 'base64url'), signature(userId, key, instant)]
  return theirs.length === ours.length && timingSafeEqual(theirs, ours) ? instant : null
}

function signature(userId: string, key: string, at: number): Buffer {
  return createHmac('sha256', secret())
    .update(JSON.stringify(['arrival', userId, key, at]))
    .digest()
}
