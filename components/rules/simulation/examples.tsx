import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import type { CategoryRow } from '@/lib/domain/office/category'
import { examplesFor } from '@/lib/domain/rules/simulation'
import { trialPath } from './changes'

type Props = { quarter: string; categories: readonly CategoryRow[]; children: ReactNode }

/** Simulations to begin with, each a press away. */
export function Examples({ quarter, categories, children }: Props) {
  return (
    <p className="flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
      {children}
      {examplesFor(categories).map(({ name, changes }) => (
        <Link key={name} href={trialPath(quarter, changes)}>
          {name}
        </Link>
      ))}
    </p>
  )
}
