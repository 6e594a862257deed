'use client'
import type { ReadingItem } from './types'

/** In place of a status, where the server has not answered in time. */
export const NO_ANSWER = 0

/** What the server answered instead of what it was asked for. */
export function readRefusal(status: number): Error {
  return new Error('answered', { cause: status })
}

/** Why something was not read. All but `refused` pass, so the reading is tried again by itself. */
export type ReadFault = 'signed_out' | 'unreachable' | 'silent' | 'troubled' | 'refused'

/** The network, something on the way, a server in trouble: whatever is no clear answer may come right by itself. */
export function readFaultOf(error: Error | null): ReadFault | null {
  if (error === null) return null
  switch (error.cause) {
    case 401:
      return 'signed_out'
    case 403:
    case 404:
      return 'refused'
    case NO_ANSWER:
      return 'silent'
    case undefined:
      return 'unreachable'
    default:
      return 'troubled'
  }
}

/** As many items as are asked for in one request. */
const AT_ONCE = 20

type Batch = { ids: string[]; items: Promise<readonly ReadingItem[]> }
let batch: Batch | null = null

/** Reads an item; those that are asked for in one go travel together. Fails where it is out of reach. */
export async function readItem(id: string): Promise<ReadingItem> {
  if (batch === null || batch.ids.length === AT_ONCE) batch = gather()
  batch.ids.push(id)
  const item = (await batch.items).find((one) => one.id === id)
  if (!item) throw readRefusal(404)
  return item
}

function gather(): Batch {
  const own: Batch = {
    ids: [],
    items: Promise.resolve().then(async () => {
      if (batch === own) batch = null
      return (await ask<{ items: ReadingItem[] }>(new URLSearchParams({ ids: own.ids.join(',') }))).items
    }),
  }
  return own
}

/** For how long an answer is waited for. */
const LIMIT_MS = 15_000

/** Asks the desk's route. */
export async function ask<T>(query: URLSearchParams): Promise<T> {
  const limit = new AbortController()
  const clock = setTimeout(() => limit.abort(), LIMIT_MS)
  try {
    const answer = await fetch(`/desk/reading?${query}`, { cache: 'no-store', signal: limit.signal })
    if (!answer.ok) throw readRefusal(answer.status)
    return (await answer.json()) as T
  } catch (error) {
    throw limit.signal.aborted ? readRefusal(NO_ANSWER) : error
  } finally {
    clearTimeout(clock)
  }
}
