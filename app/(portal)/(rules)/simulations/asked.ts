import type { Search } from '@/lib/action/page'
import type { CategoryRow } from '@/lib/domain/office/category'
import type { RuleChange } from '@/lib/domain/rules/simulation'
import { changesSchema } from '@/lib/schemas/rules'

type Asked = {
  /** The address's fields as they stand there. */
  typed: Record<string, string>
  changes: RuleChange[]
  faults: Record<string, string>
}

/** What an address asks to be tried. With any fault in it nothing is tried. */
export function asked(params: Search, categories: readonly CategoryRow[]): Asked {
  const typed = Object.fromEntries(
    Object.entries(params).flatMap(([field, value]) => (typeof value === 'string' ? [[field, value]] : [])),
  )
  const { data, error } = changesSchema(categories).safeParse(typed)
  const faults: Record<string, string> = {}
  for (const { path, message } of error?.issues ?? []) faults[String(path[0])] ??= message
  return { typed, changes: data ?? [], faults }
}
