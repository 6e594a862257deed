import type { Column } from './columns'

/** How the cells of a column are written beyond their numbers. */
export type Dress = {
  /** "条" behind every number. */
  unit: string
  /** Percentages without their sign, since the head has it. */
  bare: boolean
  /** How many decimals its numbers have at most. */
  places: number
  /** Whether decimals are written that are 0: 130.0% beside 77.5%. Scores are, 5.00 beside 2.71. */
  zeros: boolean
}

const PERCENTAGES: readonly (Column | null)[] = ['completion', 'share']
const WORDS: readonly (Column | null)[] = ['unit', 'note', 'group', null]
const UNIT = /^([+−–-]?\d+(?:\.\d+)?)(条|篇|件|个|项|份|期|分|位|名)$/
const NUMBER = /^\d+(?:\.\d+)?$/

/**
 * How a column is dressed, by its head and what most of its cells have: a percentage without a sign is one all the same,
 * and a count may have its 条 in the cell.
 */
export function dressOf(column: Column | null, head: string, cells: readonly string[]): Dress {
  if (WORDS.includes(column)) return { unit: '', bare: false, places: 0, zeros: true }
  const filled = cells.filter((cell) => /\d/.test(cell))
  const units = filled.flatMap((cell) => UNIT.exec(cell)?.[2] ?? [])
  const bare = filled.filter((cell) => NUMBER.test(cell))
  const decimals = filled.map((cell) => /\.(\d+)/.exec(cell)?.[1] ?? '')
  const places = Math.max(0, ...decimals.map(({ length }) => length))
  const shorter = decimals.filter(({ length }) => length < places)
  return {
    unit: units.length * 2 > filled.length ? (units[0] ?? '') : '',
    bare: PERCENTAGES.includes(column) && bare.length * 2 > filled.length && (/%/.test(head) || bare.some(large)),
    places,
    zeros: !PERCENTAGES.includes(column) || shorter.length <= decimals.filter((digits) => digits.endsWith('0')).length,
  }
}

// Shares of one, 0.79, are something else.
const large = (cell: string) => Number(cell) > 10

/** A cell without its dress: a number, a percentage with its sign. */
export function undressed(cell: string, column: Column | null, { bare }: Dress): string {
  // Most cells are plain figures, and there are a thousand of them.
  if (WORDS.includes(column) || (!bare && /^[\d.%]*$/.test(cell))) return cell
  if (column === 'position') return cell.replace(/^(?:第)?(\d+)[.、号]?$/, '$1')
  if (column === 'rank') return cell.replace(/^(?:第|并列(?:第)?)?(\d+)(?:名|位)?$/, '$1')
  const number = cell.replace(UNIT, '$1')
  return bare && NUMBER.test(number) ? `${number}%` : number
}

/** A right value as the column would write it. */
export function dressed(number: string, { unit, bare, places, zeros }: Dress): string {
  const value = withoutZeros(number, places, zeros)
  if (bare) return value.replace(/^([\d.]+)%$/, '$1')
  return NUMBER.test(value) ? `${value}${unit}` : value
}

/** "185.00%" is 185% where no number of the column has decimals, or none that are 0. */
function withoutZeros(value: string, places: number, zeros: boolean): string {
  const [, whole, decimals = '', end = ''] = /^(\d+)\.(\d+)(%?)$/.exec(value) ?? []
  if (whole === undefined || /[1-9]/.test(decimals.slice(places))) return value
  const kept = zeros ? decimals.slice(0, places) : decimals.slice(0, places).replace(/0+$/, '')
  return `${whole}${kept && '.'}${kept}${end}`
}
