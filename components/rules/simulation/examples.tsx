import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { EXAMPLES } from '@/lib/domain/rules/simulation'
import { trialPath } from './changes'

/** Simulations to begin with, each a press away. */
export function Examples({ quarter, children }: { quarter: string; children: ReactNode }) {
  return (
    <p className="flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
      {children}
      {EXAMPLES.map(({ name, changes }) => (
        <Link key={name} href={trialPath(quarter, changes)}>
          {name}
        </Link>
      ))}
    </p>
  )
}
