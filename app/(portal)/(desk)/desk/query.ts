import type { ChosenFilter } from '@/components/desk/filter'
import { DESK_STATES, type DeskState } from '@/components/desk/words'
import { isKind } from '@/lib/domain/adoptions/kinds'
import { type Cursor, formatCursor, parseCursor } from '@/lib/domain/base/cursor'
import { narrow, normalizeLine, textFault } from '@/lib/domain/base/text'
import { ITEM_TYPES, type ItemType } from '@/lib/domain/items/item'
import type { CategoryRow } from '@/lib/domain/office/category'
import { isDay, parseQuarter } from '@/lib/domain/time/quarter'

export type DeskParams = Readonly<Record<string, string | string[] | undefined>>
export type DeskQuery = ChosenFilter & { after?: Cursor }

/** The filter in an address. A quarter that is none gives null (404); other nonsense is ignored, as is an unknown category. */
export function parseDeskQuery(params: DeskParams, categories: readonly CategoryRow[]): DeskQuery | null {
  const one = (name: string) => {
    const value = params[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const quarter = one('quarter')
  if (quarter !== undefined && parseQuarter(quarter) === null) return null
  const words = (name: string, max: number) => {
    const typed = normalizeLine(one(name) ?? '').slice(0, max)
    return typed && textFault(typed) === null ? typed : undefined
  }
  const day = (name: string) => {
    const typed = narrow(one(name) ?? '')
    return typed && isDay(typed) ? typed : undefined
  }
  const id = (name: string) => {
    const given = one(name)
    return given && /^[0-9A-Za-z_-]{1,64}$/.test(given) ? given : undefined
  }
  const [type, state, kind] = [one('type'), one('state'), one('kind')]
  return {
    text: words('text', 100),
    unitId: id('unit'),
    category: categories.find(({ key }) => key === one('category'))?.key,
    type: type && Object.hasOwn(ITEM_TYPES, type) ? (type as ItemType) : undefined,
    quarter: (quarter && parseQuarter(quarter)) || undefined,
    state: state && Object.hasOwn(DESK_STATES, state) ? (state as DeskState) : undefined,
    kind: kind && isKind(kind) ? kind : undefined,
    publication: words('publication', 50),
    commission: id('commission'),
    from: day('from'),
    to: day('to'),
    after: parseCursor(one('after')),
  }
}

/** The same filter as an address's query, "" or "?unit=…"; what is not chosen is left out. */
export function formatDeskQuery({ unitId, after, ...chosen }: DeskQuery, more: Record<string, string> = {}): string {
  const all = { ...chosen, unit: unitId, after: after && formatCursor(after), ...more }
  const given = Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}
