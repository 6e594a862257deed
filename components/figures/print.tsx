'use client'
import { useEffect, useState } from 'react'

/** Opens the browser's print window; until the script has loaded there is nothing to press. */
export function Print() {
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  if (!ready) return null
  return (
    <li>
      <button type="button" onClick={() => window.print()}>
        打印
      </button>
    </li>
  )
}
