'use client'
import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query'
import { type Cursor, formatCursor } from '@/lib/domain/base/cursor'
import { ask, readFaultOf, readItem } from './ask'
import type { ReadingItem, RowsPage } from './types'

/** For how long an item that is read counts as read. */
export const STALE_MS = 15_000

const AGAIN_MS = 4_000

/** For what is looked at: what failed is asked for again until network and session are back, and its fault stays known. */
export const UNTIL_READ = {
  retry: (_: number, error: Error) => readFaultOf(error) !== 'refused',
  retryDelay: AGAIN_MS,
}

/** What the reader keeps: the items that came with the page, and all that are read after them, until the page is left. */
export function readerClient(read: readonly ReadingItem[]): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        // What is read ahead and failed is asked for again with the next move.
        retry: false,
        // Whether the network is there shows when it is asked.
        networkMode: 'always',
        gcTime: Number.POSITIVE_INFINITY,
      },
    },
  })
  for (const item of read) client.setQueryData(itemQuery(item.id).queryKey, item)
  return client
}

/** One opened item. */
export function itemQuery(id: string) {
  return queryOptions({ queryKey: ['item', id], queryFn: () => readItem(id), staleTime: STALE_MS })
}

/** The list under a filter, from the page that the server has drawn on. */
export function rowsQuery(first: RowsPage, query: string) {
  return infiniteQueryOptions({
    queryKey: ['rows', query],
    queryFn: ({ pageParam }) => {
      const filter = new URLSearchParams(query)
      if (pageParam) filter.set('after', formatCursor(pageParam))
      return ask<RowsPage>(filter)
    },
    initialData: { pages: [first], pageParams: [null] },
    initialPageParam: null as Cursor | null,
    getNextPageParam: ({ next }) => next,
    staleTime: Number.POSITIVE_INFINITY,
    ...UNTIL_READ,
  })
}
