'use client'
import type { ReadingItem } from './types'

/** What the server answered instead of what it was asked for. */
export function readRefusal(status: number): Error {
  return new Error('answered', { cause: status })
}

/** Why something was not read. All but `refused` pass, so the reading is tried again by itself. */
export type ReadFault = 'signed_out' | 'unreachable' | 'refused'

/** The network, something on the way, a server in trouble: whatever is no clear answer may come right by itself. */
export function readFaultOf(error: Error | null): ReadFault | null {
  if (error?.cause === 401) return 'signed_out'
  return error && (error.cause === 403 || error.cause === 404 ? 'refused' : 'unreachable')
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

/** Asks the desk's route. */
export async function ask<T>(query: URLSearchParams): Promise<T> {
  const answer = await fetch(`/desk/reading?${query}`, { cache: 'no-store' })
  if (!answer.ok) throw readRefusal(answer.status)
  return (await answer.json()) as T
}
