'use client'
import { useCallback, useEffect, useState } from 'react'

/** State that outlives a page of this tab; a browser that refuses to store is no reason to stop anyone. */
export function useKept<T>(name: string, initial: T): [T, (next: (before: T) => T) => void] {
  const [value, setValue] = useState(initial)
  useEffect(() => {
    const stored = quietly(() => sessionStorage.getItem(name))
    if (stored) setValue((before) => quietly(() => JSON.parse(stored) as T) ?? before)
  }, [name])
  const keep = useCallback(
    (next: (before: T) => T) =>
      setValue((before) => {
        const after = next(before)
        quietly(() => sessionStorage.setItem(name, JSON.stringify(after)))
        return after
      }),
    [name],
  )
  return [value, keep]
}

export function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
