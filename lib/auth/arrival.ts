import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Arrival } from '@/lib/domain/base/arrival'
import { secret } from './settings'

/** How long a press that was told to come again may take to do so. */
const LATEST_MS = 3600_000

/** When a press arrived, and how far the clock was off then. */
type Arrived = Required<Pick<Arrival, 'at' | 'off'>>

/**
 * The instant of a press, signed for its person and key: who was told 正忙 hands it back with the next try, and what
 * counts is when the first arrived (DESIGN, "submitted is not counted").
 */
export function signedArrival(userId: string, key: string, press: Arrived): string {
  const { at, off } = press
  return `${at}_${off ? `${off.drift}_${off.since}` : ''}.${signature(userId, key, press).toString('base64url')}`
}

/** The press in what was handed back, or null where it is none of ours, another's, another press's or too old. */
export function arrivalIn(signed: string, userId: string, key: string, now: number): Arrived | null {
  const [, at, drift, since, given = ''] = /^(\d{1,15})_(?:(-?\d{1,15})_(\d{1,15}))?\.(.*)$/.exec(signed) ?? []
  if (at === undefined) return null
  const press = { at: Number(at), off: drift && since ? { drift: Number(drift), since: Number(since) } : null }
  if (press.at > now || press.at + LATEST_MS < now) return null
  const [theirs, ours] = [Buffer.from(given, 'base64url'), signature(userId, key, press)]
  return theirs.length === ours.length && timingSafeEqual(theirs, ours) ? press : null
}

function signature(userId: string, key: string, { at, off }: Arrived): Buffer {
  return createHmac('sha256', secret())
    .update(JSON.stringify(['arrival', userId, key, at, off]))
    .digest()
}
