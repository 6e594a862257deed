'use client'
import { Button } from '@/components/ui/button'
import { Broken } from '@/components/ui/shell/broken'

/** What breaks while a page is drawn, its reads behind it (app/page-of); the digest is the number in Next's log. */
export default function BrokenDrawing({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Broken reference={error.digest} again={<Button onClick={reset}>重试</Button>} />
}
