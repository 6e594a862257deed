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
