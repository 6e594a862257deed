'use client'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'

/** Opens the browser's print window; until the script has loaded there is nothing to press. */
export function Print() {
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  if (!ready) return null
  return (
    <li>
      <Button kind="quiet" onClick={() => window.print()}>
        打印
      </Button>
    </li>
  )
}
