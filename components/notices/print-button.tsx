'use client'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'

/** Opens the browser's print window; until the script has loaded there is nothing to press. */
export function PrintButton() {
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  if (!ready) return <p>请用浏览器的“打印”功能打印本页。</p>
  return <Button onClick={() => window.print()}>打印</Button>
}
