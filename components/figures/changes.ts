const MARKED_MS = 3_000

/** The text of every figure on the page by table, unit and column; where the focus is, in the same terms. */
export type Snapshot = { texts: Map<string, string>; focus: string | null }

/** Reads the figures as they stand, before the page is drawn anew. */
export function snapshotOf(shown: Element): Snapshot {
  const texts = new Map<string, string>()
  let focus: string | null = null
  for (const [key, cell] of figuresIn(shown)) {
    texts.set(key, cell.textContent)
    if (cell.contains(document.activeElement)) focus = key
  }
  return { texts, focus }
}

/** Marks what has changed for three seconds and gives the focus back. Returns what takes the marks away. */
export function markChanges(before: Snapshot, shown: Element): () => void {
  const changed: HTMLElement[] = []
  for (const [key, cell] of figuresIn(shown)) {
    if (before.texts.get(key) !== cell.textContent) changed.push(cell)
    if (before.focus === key) cell.querySelector('a')?.focus({ preventScroll: true })
  }
  for (const cell of changed) cell.dataset.changed = ''
  const unmark = () => {
    for (const cell of changed) delete cell.dataset.changed
  }
  const timer = setTimeout(unmark, MARKED_MS)
  return () => {
    clearTimeout(timer)
    unmark()
  }
}

/** Rows are known by the name of their unit, because they move; their first cell counts rows and says nothing else. */
function* figuresIn(shown: Element): Generator<[string, HTMLElement]> {
  for (const total of shown.querySelectorAll<HTMLElement>('[data-totals] b')) {
    yield [`total ${total.previousElementSibling?.textContent}`, total]
  }
  for (const [t, table] of [...shown.querySelectorAll('table')].entries()) {
    for (const row of table.tBodies[0]?.rows ?? []) {
      const unit = row.querySelector('th')
      if (!unit) continue
      for (const cell of [...row.cells].slice(1)) yield [`${t} ${unit.textContent} ${cell.cellIndex}`, cell]
    }
  }
}
