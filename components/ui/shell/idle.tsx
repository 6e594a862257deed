import { type ComponentType, useEffect, useState } from 'react'
import { IDLE_MS, WARN_MS } from '@/lib/domain/people/idle'

/** Loads what says that the session ends only where a page has stood open for that long. */
export function Idle() {
  const [Note, setNote] = useState<ComponentType | null>(null)
  useEffect(() => {
    const timer = setTimeout(
      () => void import('./idle-note').then(({ IdleNote }) => setNote(() => IdleNote)),
      IDLE_MS - WARN_MS,
    )
    return () => clearTimeout(timer)
  }, [])
  return Note && <Note />
}
