'use client'
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type ReadFault, readFaultOf } from './ask'
import { itemQuery, STALE_MS, UNTIL_READ } from './queries'
import type { ReadingItem } from './types'
import { isWide } from './use-keys'

const AHEAD = 12
const NEAR = 4

type OpenItem = {
  item: ReadingItem | undefined
  /** Why it could not be read just now; what was read before stays. */
  fault: ReadFault | null
  readAgain: () => unknown
}

/** The item that is open. It is read anew now and then, so that two editors see each other's work. */
export function useItem(open: string | null): OpenItem {
  const { data, failureReason, refetch } = useQuery({
    ...itemQuery(open ?? ''),
    ...UNTIL_READ,
    enabled: () => open !== null && isWide(),
    refetchInterval: ({ state }) => readFaultOf(state.error) !== 'refused' && STALE_MS,
  })
  return { item: data, fault: readFaultOf(failureReason), readAgain: refetch }
}

/** All that are read, for the acts on them. */
export type Items = ReturnType<typeof itemsOf>

export function useItems(): Items {
  const client = useQueryClient()
  return useMemo(() => itemsOf(client), [client])
}

function itemsOf(client: QueryClient) {
  const get = (id: string): ReadingItem | undefined => client.getQueryData(itemQuery(id).queryKey)
  const read = (ids: readonly string[]): void => {
    for (const id of ids) void client.prefetchQuery({ ...itemQuery(id), staleTime: Number.POSITIVE_INFINITY })
  }
  return {
    get,
    /** Reads those that have not been read. */
    read,
    /** Brings in what stands around a place of the list before it is asked for, many in one request. */
    readAround: (ids: readonly string[], index: number): void => {
      const around = (before: number, after: number) => ids.slice(Math.max(0, index - before), index + after + 1)
      if (isWide() && !around(1, NEAR).every(get)) read(around(2, AHEAD))
    },
    /** Reads them anew. What was asked for before is not waited for: it may not know what was done since. */
    readAnew: async (ids: readonly string[]): Promise<void> => {
      await Promise.all(ids.map((id) => client.cancelQueries({ queryKey: itemQuery(id).queryKey, exact: true })))
      await Promise.allSettled(ids.map((id) => client.fetchQuery({ ...itemQuery(id), staleTime: 0 })))
    },
  }
}
