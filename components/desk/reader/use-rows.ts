'use client'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { standing } from '../words'
import { readFaultOf } from './ask'
import { rowsQuery } from './queries'
import type { DeskRow, ReadingItem, RowsPage } from './types'

const NONE: ReadonlyMap<string, DeskRow> = new Map()

/** The list: it grows by its next page when somebody nears its end, and its rows follow what is read of their items. */
export function useRows(first: RowsPage, query: string) {
  const { data, hasNextPage, fetchNextPage, failureReason } = useInfiniteQuery(rowsQuery(first, query))
  const [read, setRead] = useState(NONE)
  const cache = useQueryClient().getQueryCache()
  useEffect(
    () =>
      cache.subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success' || event.query.queryKey[0] !== 'item') return
        const item: ReadingItem = event.query.state.data
        setRead((before) => (before.get(item.id) === item ? before : new Map(before).set(item.id, item)))
      }),
    [cache],
  )
  const rows = useMemo(() => {
    const listed = new Map(data.pages.flatMap((page) => page.rows).map((row) => [row.id, row]))
    return [...listed.values()].map((row) => newer(row, read.get(row.id)))
  }, [data, read])
  const more = useCallback(
    () => void (hasNextPage && fetchNextPage({ cancelRefetch: false })),
    [hasNextPage, fetchNextPage],
  )
  return { rows, hasMore: hasNextPage, fault: readFaultOf(failureReason), more }
}

/** The row itself as long as it says the same, so that it isn't drawn again. */
function newer(row: DeskRow, item: DeskRow | undefined): DeskRow {
  const words = (of: DeskRow) => standing(of.state, of.adoptions, of.notUsed, of.ref).words
  return item && (item.title !== row.title || words(item) !== words(row)) ? item : row
}
