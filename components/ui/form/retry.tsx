import { useEffect, useRef } from 'react'

/** How long a form waits before it comes again: long enough for others, and not all at one moment. */
const SOONEST_MS = 3_000
const SPREAD_MS = 3_000

/** Within a form that was told 正忙: hands back when it first came, and sends it again with the button that was pressed. */
export function Retry({ arrived, verb }: { arrived: string; verb?: string }) {
  const place = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => again(place.current?.form ?? null, verb), SOONEST_MS + Math.random() * SPREAD_MS)
    return () => clearTimeout(timer)
  })
  return <input ref={place} type="hidden" name="arrived" value={arrived} />
}

function again(form: HTMLFormElement | null, verb?: string): void {
  const buttons = form ? [...form.elements].filter((one) => one instanceof HTMLButtonElement) : []
  form?.requestSubmit(buttons.find(({ name, value }) => name === 'verb' && value === verb))
}
