'use client'
import { useCallback, useRef, useState } from 'react'
import { formatCursor } from '@/lib/domain/base/cursor'
import { standing } from '../words'
import type { DeskRow, ReadingItem, RowsPage } from './types'

/** The list: it grows by its next page when somebody nears its end, and its rows follow what is read of their items. */
export function useRows(first: RowsPage, query: string) {
  const [rows, setRows] = useState(first.rows)
  const next = useRef(first.next)
  const loading = useRef(false)

  const more = useCallback(async (): Promise<void> => {
    if (loading.current || next.current === null) return
    loading.current = true
    try {
      const answer = await fetch(`/desk/reading${query || '?'}${query ? '&' : ''}after=${formatCursor(next.current)}`)
      if (!answer.ok) return
      const page = (await answer.json()) as RowsPage
      next.current = page.next
      setRows((before) => [...before, ...page.rows.filter(({ id }) => !before.some((row) => row.id === id))])
    } catch {
      // Offline: asked for again at the next move.
    } finally {
      loading.current = false
    }
  }, [query])

  const follow = useCallback((items: readonly ReadingItem[]) => {
    setRows((before) => {
      const after = before.map((row) => {
        const item = items.find(({ id }) => id === row.id)
        return !item || sameWords(row, item) ? row : { ...row, ...rowOf(item) }
      })
      return after.some((row, i) => row !== before[i]) ? after : before
    })
  }, [])

  return { rows, more, follow }
}

function rowOf({ title, state, notUsed, adoptions }: ReadingItem): Partial<DeskRow> {
  return { title, state, notUsed, adoptions }
}

function sameWords(row: DeskRow, item: ReadingItem): boolean {
  const words = (of: DeskRow | ReadingItem) => standing(of.state, of.adoptions, of.notUsed).words
  return row.title === item.title && words(row) === words(item)
}
