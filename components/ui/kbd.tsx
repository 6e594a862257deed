import type { ReactNode } from 'react'

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 mr-1 px-1 border border-edge rounded text-center text-xs font-normal [font-family:inherit]">
      {children}
    </kbd>
  )
}
