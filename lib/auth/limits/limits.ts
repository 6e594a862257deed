import 'server-only'
import { createHash } from 'node:crypto'
import { RateLimiterRes } from 'rate-limiter-flexible'
import { Fault } from '@/lib/domain/base/fault'
import { memory } from '@/lib/domain/base/memory'
import { StoredLimiter } from './store'

const QUARTER_HOUR = 15 * 60

/**
 * What may be tried how often, in which time, beside the lock of an account for an address (sign-in). Offices sit behind
 * one address: its limit is far above what all their people mistype in a quarter of an hour.
 */
const LIMITS = {
  /** Wrong passwords from one address, over all accounts. */
  address: { points: 60, seconds: QUARTER_HOUR, words: '从本网络地址输错密码的次数过多' },
  /** Wrong passwords for one account, from all addresses: more of them make every try slower, for nobody impossible. */
  account: { points: 10, seconds: QUARTER_HOUR, words: '' },
  /** Wrong 原密码 in one session. */
  current: { points: 5, seconds: QUARTER_HOUR, words: '原密码输错的次数过多' },
  /** Wrong codes of a second factor, of an account whose password was right. */
  code: { points: 5, seconds: QUARTER_HOUR, words: '动态码输错的次数过多' },
  /** Printed codes and copies held against them, from one address. */
  verify: { points: 30, seconds: 60, words: '查验的次数过多' },
  /** Documents checked by one person. */
  check: { points: 120, seconds: 60, words: '核对的次数过多' },
} as const

export type Limit = keyof typeof LIMITS

const limiters = memory<StoredLimiter>('limits', { most: 10, of: () => 0 })

function limiterOf(limit: Limit): StoredLimiter {
  const { points, seconds } = LIMITS[limit]
  return limiters.once(limit, () => new StoredLimiter(limit, points, seconds))
}

/** Whom a limit bounds is kept as a digest: no address and no name typed by a stranger stays. */
function keyOf(whom: string): string {
  return createHash('sha256').update(whom).digest('hex')
}

/** Spends a point; throws in words when none was left. */
export async function spend(limit: Limit, whom: string): Promise<void> {
  try {
    await limiterOf(limit).consume(keyOf(whom))
  } catch (error) {
    throw error instanceof RateLimiterRes ? refusal(limit, error.msBeforeNext) : error
  }
}

/** Notes a try that failed, however many were left. */
export async function noteTry(limit: Limit, whom: string): Promise<void> {
  await limiterOf(limit).penalty(keyOf(whom))
}

/** How many points are spent. */
export async function spent(limit: Limit, whom: string): Promise<number> {
  return (await limiterOf(limit).get(keyOf(whom)))?.consumedPoints ?? 0
}

/** Throws in words when all points are spent; spends none. */
export async function refuseSpent(limit: Limit, whom: string): Promise<void> {
  const standing = await limiterOf(limit).get(keyOf(whom))
  if (standing && standing.consumedPoints >= LIMITS[limit].points) throw refusal(limit, standing.msBeforeNext)
}

/** By how much a try is slowed down, in ms: nothing within the limit, then twice as much each time, 4 s at most. */
export function slowness(limit: Limit, tries: number): number {
  const over = tries - LIMITS[limit].points
  return over < 0 ? 0 : Math.min(4_000, 250 * 2 ** Math.min(over, 4))
}

function refusal(limit: Limit, forMs: number): Fault {
  const minutes = Math.max(1, Math.ceil(forMs / 60_000))
  return new Fault('throttled', `${LIMITS[limit].words}，请 ${minutes} 分钟后再试。`)
}
