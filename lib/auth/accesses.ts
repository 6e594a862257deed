import 'server-only'
import { type Access, appendAccesses, hourOf, type Tries } from '@/db/access'
import { isDatabaseOpen } from '@/db/client'
import { Fault } from '@/lib/domain/base/fault'
import { memory } from '@/lib/domain/base/memory'
import { origin } from '@/lib/domain/base/origin'
import { type PersonVerb, rightAsked, type StrangerVerb } from '@/lib/domain/office/access'
import type { Action, Viewer } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'

/** How long what was noted waits for more to be written with, and how much may wait. */
const GATHER_MS = 5_000
const MOST_WAITING = 5_000

type Noted = { lines: Map<string, Access>; tries: Map<string, Tries>; missed: number; timer: NodeJS.Timeout | null }
const noted = () =>
  memory<Noted>('accesses', { most: 1 }).once('here', () => {
    // Whoever ends the server lets what was noted be written first (lib/door/serve).
    const last = globalThis as typeof globalThis & { yanxinLast?: (() => Promise<void>)[] }
    last.yanxinLast = [...(last.yanxinLast ?? []), () => writeAccesses()]
    return { lines: new Map(), tries: new Map(), missed: 0, timer: null }
  })

/** What is in the log of today already, as far as this process knows: a person opens the same item many times. */
const today = memory<true>('accesses of today', { most: 20_000, bytes: 8_000_000 })

/**
 * Notes that a person read or took something. Nobody waits for it: it is written beside the answers, many in one
 * transaction, the first of a day alone. Who runs commands stands in the audit log.
 */
export function noteAccess(viewer: Viewer, verb: PersonVerb, subjects: readonly string[], at = Date.now()): void {
  if (viewer.role === 'operator') return
  const where = origin()
  // Visitors have no name: what tells them apart is where they come from.
  const within = viewer.role === 'visitor' ? `${dayOfInstant(at)} ${where}` : dayOfInstant(at)
  for (const subject of subjects) {
    const key = `${within} ${viewer.userId} ${verb} ${subject}`
    if (today.get(key)) continue
    today.set(key, true)
    const { lines } = noted()
    if (lines.size >= MOST_WAITING) noted().missed++
    else lines.set(key, { at, actor: viewer.userId, verb, subject, origin: where, within, detail: {} })
  }
  writeSoon()
}

/** At how many addresses a person is named a day for want of a right; then the right alone is. */
const MOST_ADDRESSES = 20
const refusedToday = memory<Set<string>>('refused of today', { most: 2_000, bytes: 8_000_000 })

/** Runs what a person asked for, of a page or file at its address; that it was refused for want of the right is noted. */
export async function refusalsNoted<T>(
  viewer: Viewer,
  { right, address = '' }: { right: Action; address?: string },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'forbidden') throw error
    const known = refusedToday.once(`${dayOfInstant(Date.now())} ${viewer.userId} ${right}`, () => new Set())
    const named = known.has(address) || known.size < MOST_ADDRESSES
    if (named) known.add(address)
    noteAccess(viewer, 'right.refused', [rightAsked(right, named ? address : '')])
    throw error
  }
}

/** Counts a refusal of nobody in particular; `account`, where a stranger tried one that exists. */
export function noteStranger(address: string, verb: StrangerVerb, account?: string, at = Date.now()): void {
  const { tries } = noted()
  const known = tries.size < MOST_WAITING ? address : ''
  const key = `${hourOf(at)} ${known} ${verb}`
  const before = tries.get(key) ?? { hour: hourOf(at), address: known, verb, count: 0, lastAt: at, accounts: [] }
  const accounts = account ? [...new Set([...before.accounts, account])].slice(0, 20) : before.accounts
  tries.set(key, { ...before, count: before.count + 1, lastAt: at, accounts })
  writeSoon()
}

function writeSoon(): void {
  noted().timer ??= setTimeout(() => void writeAccesses(), GATHER_MS).unref()
}

/**
 * Writes what was noted; what fails is tried again with the next.
 * @param ended whether to look for hours that are over where nothing was noted, too
 */
export async function writeAccesses(now = Date.now(), ended = false): Promise<void> {
  const state = noted()
  if (state.timer) clearTimeout(state.timer)
  state.timer = null
  const { lines, tries, missed } = state
  if (!ended && ((lines.size === 0 && tries.size === 0) || !isDatabaseOpen())) return
  Object.assign(state, { lines: new Map(), tries: new Map(), missed: 0 })
  try {
    await appendAccesses([...lines.values(), ...missing(missed, now)], [...tries.values()], now)
  } catch {
    putBack(state, { lines, tries, missed })
    writeSoon()
  }
}

function missing(count: number, at: number): Access[] {
  const line = {
    at,
    actor: 'system',
    verb: 'access.missed',
    subject: 'portal',
    origin: null,
    within: String(at),
  } as const
  return count > 0 ? [{ ...line, detail: { count } }] : []
}

function putBack(state: Noted, { lines, tries, missed }: Pick<Noted, 'lines' | 'tries' | 'missed'>): void {
  for (const [key, line] of state.lines) if (lines.size < MOST_WAITING) lines.set(key, line)
  for (const [key, { count, lastAt }] of state.tries) {
    const before = tries.get(key)
    const now = state.tries.get(key)
    if (now) tries.set(key, before ? { ...before, count: before.count + count, lastAt } : now)
  }
  Object.assign(state, { lines, tries, missed: missed + state.missed })
}
