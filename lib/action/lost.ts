import 'server-only'
import { memory } from '@/lib/domain/base/memory'

/** What a form sent that found no session, by the number of its request, which nobody else knows. */
const lost = memory<Readonly<Record<string, string>>>('forms without a session', {
  most: 200,
  forMs: 600_000,
  bytes: 10_000_000,
})

/** What people did not write. */
const NOT_WRITTEN = /^(id|key|version|verb|arrived|quarter|week|unclassified|.*Id)$/

/** Keeps what a person typed, to be shown where the session begins anew. Gives its number. */
export function keepLost(request: string, values: Readonly<Record<string, string>>): string {
  if (request) lost.set(request, values)
  return request
}

/** The texts that a request brought, as they were typed; none once they are forgotten. */
export function lostTexts(request: string): string[] {
  const values = Object.entries(lost.get(request) ?? {})
  return values.flatMap(([name, value]) => (NOT_WRITTEN.test(name) || !value.trim() ? [] : [value]))
}
