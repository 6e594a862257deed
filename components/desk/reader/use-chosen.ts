'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DeskRow } from './types'

const NONE: ReadonlySet<string> = new Set()
/** As many as one act takes. */
const MOST = 100

/**
 * The rows chosen for one act; with Shift all between the last one touched and this one. They are read at once, so that
 * the act can say what its editor had seen.
 */
export function useChosen(rows: readonly DeskRow[], read: (ids: readonly string[]) => void) {
  const [chosen, setChosen] = useState(NONE)
  const last = useRef<string | null>(null)
  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  }, [rows])
  const choose = useCallback((id: string, upTo: boolean) => {
    const ids = latest.current.map((row) => row.id)
    const [a, b] = [ids.indexOf(last.current ?? id), ids.indexOf(id)].toSorted((x, y) => x - y)
    const range = upTo && a !== undefined && b !== undefined && a >= 0 ? ids.slice(a, b + 1) : [id]
    last.current = id
    setChosen((before) => {
      const after = new Set(before)
      const add = !before.has(id)
      for (const one of range) add ? after.add(one) : after.delete(one)
      return after.size > MOST ? before : after
    })
  }, [])
  useEffect(() => {
    read([...chosen])
  }, [chosen, read])
  /** Lets go of these, or of all. */
  const unchoose = useCallback((ids?: readonly string[]) => {
    setChosen((before) => (ids ? new Set([...before].filter((id) => !ids.includes(id))) : NONE))
  }, [])
  return { chosen, choose, unchoose }
}
