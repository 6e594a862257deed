'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Result } from '@/lib/domain/base/result'
import { Note } from '../note'

/** What a form did, where it was sent from; takes the focus, so that it is heard and seen. */
export function DoneNote({ result, children }: { result: Result; children?: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (result.status === 'done') box.current?.focus()
  }, [result])
  if (result.status !== 'done') return null
  return (
    <Note ref={box} tone="done" role="status" tabIndex={-1} className="mb-4">
      {result.message}
      {children}
    </Note>
  )
}

/** The same of a row of buttons whose effect is seen where it stands: it is only heard. */
export function DoneHeard({ result }: { result: Result }) {
  if (result.status !== 'done') return null
  return (
    <span role="status" className="sr-only">
      {result.message}
    </span>
  )
}
