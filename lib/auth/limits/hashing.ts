import { Fault } from '@/lib/domain/base/fault'
import { memory } from '@/lib/domain/base/memory'

/** Hashing a password takes 19 MiB and a core for some 40 ms: two at once leave the portal to those who are in it. */
const AT_ONCE = 2
/** Whoever would wait behind more than these, about four seconds, is told to come again. */
const MOST_WAITING = 200

type Hashing = { running: number; waiting: (() => void)[] }
const hashing = () => memory<Hashing>('hashing', { most: 1 }).once('here', () => ({ running: 0, waiting: [] }))

/** Hashes in turn, the oldest first. Throws in words when too many wait. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const state = hashing()
  if (state.running < AT_ONCE) state.running += 1
  else {
    if (state.waiting.length >= MOST_WAITING) throw new Fault('busy', '同时登录的人太多，请稍候几秒再试。')
    // Whoever is done hands on its place.
    await new Promise<void>((resume) => state.waiting.push(resume))
  }
  try {
    return await work()
  } finally {
    const next = state.waiting.shift()
    if (next) next()
    else state.running -= 1
  }
}
