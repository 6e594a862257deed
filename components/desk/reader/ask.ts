'use client'
import type { ReadingItem } from './types'

/** What the server answered instead of what it was asked for. */
export class ReadRefusal extends Error {
  constructor(readonly status: number) {
    super(`answered ${status}`)
  }
}

/** Why something was not read. All but `refused` pass, so the reading is tried again by itself. */
export type ReadFault = 'signed_out' | 'unreachable' | 'failing' | 'refused'

/** What has no status never was an answer of ours: the network, or something on the way. */
export function readFaultOf(error: Error | null): ReadFault | null {
  if (error === null) return null
  if (!(error instanceof ReadRefusal)) return 'unreachable'
  if (error.status === 401) return 'signed_out'
  return error.status >= 500 || error.status === 429 ? 'failing' : 'refused'
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
  if (!item) throw new ReadRefusal(404)
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
  if (!answer.ok) throw new ReadRefusal(answer.status)
  return (await answer.json()) as T
}
