'use client'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { type KeptStore, keeper, keptKey } from './kept-store'
import { type FormValues, type Found, foundAgain, type Kept, sameValues } from './kept-values'

type Stored<N extends string> = { version: number; values: FormValues<N> }

type Options<N extends string> = {
  store: KeptStore
  userId: string
  /** Null: nothing can be written now. */
  subject: string | null
  /** What the server has. */
  base: Stored<N>
  /** What stood in the form when it was drawn; what a person had typed into it before scripts had loaded. */
  initial: FormValues<N>
  early: FormValues<N> | null
  now: () => FormValues<N>
  fill: (values: FormValues<N>) => void
  insist: boolean
  /** What was put back had been begun on this version. */
  onRestored: (version: number) => void
}

/** Keeps what is typed about a subject, and finds again what was kept, whenever the form opens on one. */
export function useKeeping<N extends string>(options: Options<N>) {
  const { store, userId, subject, base, initial, early, now, fill, insist, onRestored } = options
  const [found, setFound] = useState<Found | null>(null)
  const keep = useMemo(
    () => (subject === null ? null : keeper(store, keptKey(userId, subject))),
    [store, userId, subject],
  )

  /** Keeps it, unless it is what the server has. */
  function later(values: FormValues<N>, begun: Kept = base) {
    if (sameValues(values, begun.values)) keep?.drop()
    else keep?.later({ version: begun.version, values })
  }

  // What was typed before scripts had loaded comes first, then what was kept.
  const recover = useEffectEvent(async (first: boolean) => {
    if (!first) fill(base.values)
    if (first && early && !sameValues(early, initial)) fill(early)
    const kept = (await keep?.read()) ?? null
    if (subject !== openSubject.current) return
    const again = foundAgain({ kept, initial: first ? initial : base.values, now: now(), base, insist })
    setFound(again)
    if (again?.as === 'restored') {
      fill(again.values as FormValues<N>)
      onRestored(again.version)
    } else if (!sameValues(now(), base.values)) later(now())
  })
  const openSubject = useRef<string | null>(null)
  const opened = useRef<string | null | undefined>(undefined)
  useEffect(() => {
    openSubject.current = subject
    const first = opened.current === undefined || opened.current === subject
    opened.current = subject
    void recover(first)
    return () => {
      openSubject.current = null
    }
  }, [subject])

  useEffect(() => {
    if (!keep) return
    addEventListener('pagehide', keep.flush)
    return () => {
      removeEventListener('pagehide', keep.flush)
      keep.flush()
    }
  }, [keep])

  /** Puts what was offered into the form. */
  function restore() {
    if (!found) return
    fill(found.values as FormValues<N>)
    later(found.values as FormValues<N>)
    setFound({ ...found, as: 'restored' })
  }

  return {
    found,
    later,
    restore,
    flush: () => keep?.flush(),
    forget: () => {
      keep?.drop()
      setFound(null)
    },
  }
}
