import type { ReactNode } from 'react'
import { Section } from '@/components/ui/section'

/** One piece of the kit with its states. */
export function Piece({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Section title={name} id={name.split(' ')[0]} ruled>
      <div className="grid grid-cols-1 gap-4">{children}</div>
    </Section>
  )
}

/** States of one piece in a row, each with its name. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-end gap-x-6 gap-y-4">{children}</div>
}

export function Shown({ as, children }: { as: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-xs text-second">{as}</p>
      {children}
    </div>
  )
}
