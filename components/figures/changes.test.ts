import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { markChanges, snapshotOf } from './changes'

/** As much of a page as the marks read and write: a total, and a table of units with two figures each. */
function page(total: string, rows: readonly (readonly [unit: string, ...figures: string[]])[]) {
  const focused: string[] = []
  const cellOf = (textContent: string, cellIndex: number, name: string) => ({
    textContent,
    cellIndex,
    dataset: {} as Record<string, string>,
    contains: (other: unknown) => other === name,
    querySelector: () => ({ focus: () => focused.push(name) }),
  })
  const sum = { ...cellOf(total, 0, 'total'), previousElementSibling: { textContent: '报送' } }
  const cells = rows.map(([unit, ...figures], i) => [
    cellOf(`${i + 1}`, 0, `${unit} 0`),
    ...[unit, ...figures].map((text, n) => cellOf(text, n + 1, `${unit} ${n + 1}`)),
  ])
  const head = { querySelector: () => null, cells: [cellOf('合计', 0, 'head'), cellOf(total, 1, 'head')] }
  const body = cells.map((cells, i) => ({ cells, querySelector: () => ({ textContent: rows[i]?.[0] }) }))
  const shown = {
    querySelectorAll: (what: string) =>
      what === 'table' ? [{ tBodies: [{ rows: [head, ...body] }] }, { tBodies: [] }] : [sum],
  }
  const marked = () =>
    [sum, ...cells.flat(), ...head.cells].flatMap((cell) => (cell.dataset.changed === '' ? [cell.textContent] : []))
  return { shown: shown as unknown as Element, marked, focused }
}

const focusOn = (name: string | null) => vi.stubGlobal('document', { activeElement: name })

beforeEach(() => {
  vi.useFakeTimers()
  focusOn(null)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const before = page('24', [
  ['区财政局', '10', '50'],
  ['区教育局', '8', '40'],
])
const after = () =>
  page('25', [
    ['区教育局', '8', '60'],
    ['区财政局', '10', '50'],
  ])

test('what has changed is marked for three seconds: units that only moved, and their row numbers, are not', () => {
  const { shown, marked } = after()
  markChanges(snapshotOf(before.shown), shown)
  expect(marked()).toEqual(['25', '60'])
  vi.advanceTimersByTime(2_999)
  expect(marked()).toEqual(['25', '60'])
  vi.advanceTimersByTime(1)
  expect(marked()).toEqual([])
})

test('the marks go at once when a newer version comes', () => {
  const { shown, marked } = after()
  markChanges(snapshotOf(before.shown), shown)()
  expect(marked()).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

test('who stood on a figure of a unit stands on it again, wherever its row went', () => {
  focusOn('区财政局 3')
  const { shown, focused } = after()
  markChanges(snapshotOf(before.shown), shown)
  expect(focused).toEqual(['区财政局 3'])
})

test('who stood elsewhere is left there', () => {
  const { shown, focused } = after()
  markChanges(snapshotOf(before.shown), shown)
  expect(focused).toEqual([])
})
