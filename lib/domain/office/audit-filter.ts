import { isDay } from '../time/quarter'

/** What of the log is looked for: by whom, from which day to which, what, on what. */
export type AuditFilter = { person?: string; from?: string; to?: string; verb?: string; object?: string }

/** What an address asks for; what is no day or no verb is left out. */
export function auditFilterIn(
  search: Readonly<Record<string, string | string[] | undefined>>,
  verbs: readonly string[],
): AuditFilter {
  const word = (name: string) => (typeof search[name] === 'string' ? search[name].trim().slice(0, 100) : '')
  const filter: AuditFilter = {}
  if (word('person')) filter.person = word('person')
  if (isDay(word('from'))) filter.from = word('from')
  if (isDay(word('to'))) filter.to = word('to')
  const verb = verbs.find((one) => one === word('verb'))
  if (verb) filter.verb = verb
  if (word('object')) filter.object = word('object')
  return filter
}

/** The same as part of an address. */
export function auditFilterQuery(filter: AuditFilter): string {
  return new URLSearchParams(filter).toString()
}
