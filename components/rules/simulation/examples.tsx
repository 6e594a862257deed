import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import type { examplesFor } from '@/lib/domain/rules/simulation'
import { trialPath } from './changes'

type Props = { examples: ReturnType<typeof examplesFor>; quarter: string; children: ReactNode }

/** Simulations to begin with, each a press away. */
export function Examples({ examples, quarter, children }: Props) {
  return (
    <p className="flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
      {children}
      {examples.map(({ name, changes }) => (
        <Link key={name} href={trialPath(quarter, changes)}>
          {name}
        </Link>
      ))}
    </p>
  )
}
