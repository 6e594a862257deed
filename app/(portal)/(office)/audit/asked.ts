import { auditFilterIn, auditFilterQuery } from '@/lib/domain/office/audit-filter'

/** How many lines of a log a page shows. */
export const SIZE = 50

type Search = Readonly<Record<string, string | string[] | undefined>>

/** What of a log an address asks for: from where on, and what is looked for. */
export function askedOf(search: Search, verbs: Readonly<Record<string, string>>) {
  const { before } = search
  const place = typeof before === 'string' && /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null
  const filter = auditFilterIn(search, Object.keys(verbs))
  return { place, filter, query: auditFilterQuery(filter) }
}

/** The ways to the newest lines and to older ones. */
export function waysIn(
  path: string,
  asked: { place: number | null; query: string },
  lines: readonly { seq: number }[],
) {
  const { place, query } = asked
  const last = lines.at(-1)
  return {
    firstName: '最新',
    first: place === null ? undefined : `${path}${query && `?${query}`}`,
    next:
      last && last.seq > 1 && lines.length === SIZE ? `${path}?before=${last.seq}${query && `&${query}`}` : undefined,
  }
}
