import { columnName } from './columns'
import { differing } from './diff'
import type { PrintedNotice } from './document'
import type { Say } from './report'

/** A line for comparing: white space and emphasis do not count, the borders of cells do. */
export type ComparedLine = { key: string; bare: string; at: number }

/** Why a place of a copy is named. */
export const DIFFERS = '与印发件不一致。'

/** The letters of lines, one after another. */
export const streamOf = (lines: readonly ComparedLine[]) => lines.map(({ bare }) => bare).join('')

/** Lines that stand in both, at another place. */
export function movedKeys(wanted: readonly ComparedLine[], printed: readonly ComparedLine[]): ReadonlySet<string> {
  const there = new Set(printed.map(({ key }) => key))
  return new Set(wanted.flatMap(({ key }) => (there.has(key) ? [key] : [])))
}

/** Holds the lines of one difference against each other, and takes down each place. */
export function compareHunk(
  wanted: readonly ComparedLine[],
  printed: readonly ComparedLine[],
  original: PrintedNotice,
  copy: PrintedNotice,
  moved: ReadonlySet<string>,
  say: Say,
): void {
  if (streamOf(wanted) === streamOf(printed)) return
  const prose = [...wanted, ...printed].every(({ key }) => !key.includes('\t'))
  if (wanted.length && printed.length && wanted.length !== printed.length && prose) {
    compareText(streamOf(wanted), streamOf(printed), copy.places[printed[0]?.at ?? 0] ?? '', say)
    return
  }
  const pairs = Math.min(wanted.length, printed.length)
  for (let index = 0; index < pairs; index++) {
    const [one, other] = [wanted[index], printed[index]]
    if (!one || !other || one.bare === other.bare) continue
    const place = copy.places[other.at] ?? ''
    if (one.key.includes('\t') && other.key.includes('\t')) compareRow(one, other, place, original, say)
    else compareText(one.bare, other.bare, place, say)
  }
  for (const { bare, key, at } of wanted.slice(pairs)) {
    say('issued', original.places[at] ?? '', moved.has(key) ? '移到了别处' : '缺少', shownRow(key, bare), DIFFERS)
  }
  for (const { bare, key, at } of printed.slice(pairs)) {
    say('issued', copy.places[at] ?? '', shownRow(key, bare), moved.has(key) ? '在印发件的原处' : '没有这一行', DIFFERS)
  }
}

const shownRow = (key: string, bare: string) => (key.includes('\t') ? key.split('\t').join(' ') : bare)

function compareText(wanted: string, printed: string, place: string, say: Say): void {
  const { left, right } = differing(wanted, printed)
  say('issued', place, right, left, DIFFERS)
}

/** Cell by cell; a row with another number of cells as a whole. */
function compareRow(
  wanted: ComparedLine,
  printed: ComparedLine,
  place: string,
  original: PrintedNotice,
  say: Say,
): void {
  const [cells, now] = [wanted.key.split('\t'), printed.key.split('\t')]
  if (cells.length !== now.length) {
    say('issued', place, now.join(' '), cells.join(' '), DIFFERS)
    return
  }
  const table = original.tables.find(({ rows }) => rows.some(({ line }) => line === wanted.at))
  for (const [index, cell] of cells.entries()) {
    if (cell === now[index]) continue
    const column = table?.columns[index]
    say('issued', column ? `${place} ${columnName(column)}` : place, now[index] ?? '', cell, DIFFERS)
  }
}
