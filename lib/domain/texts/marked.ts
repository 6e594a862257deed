import { diffArrays } from 'diff'

/** A stretch of two texts: in both, only in the first, or only in the second. */
export type TextMark = { kind: 'same' | 'removed' | 'added'; text: string }

/**
 * Edits after which the comparing stops and the whole stretch counts as rewritten: the cost grows with their square, so
 * this bounds the time however long and unlike the texts are.
 */
const PARAGRAPHS_MOST = 800
const CHARACTERS_MOST = 600
/** With less than this share of its characters kept, a paragraph is easier to read as rewritten than letter by letter. */
const KEPT_LEAST = 0.3

/**
 * What editing changed, as stretches in order: `same` and `removed` joined are the first text, `same` and `added` the
 * second. Paragraphs are compared first, then characters (never half of one) within what changed.
 */
export function marksBetween(before: string, after: string): TextMark[] {
  const paragraphs = compare(linesOf(before), linesOf(after), PARAGRAPHS_MOST) ?? rewritten(before, after)
  const marks: TextMark[] = []
  for (let i = 0; i < paragraphs.length; i++) {
    const [here, next] = [paragraphs[i], paragraphs[i + 1]]
    if (!here) continue
    if (here.kind === 'removed' && next?.kind === 'added') {
      marks.push(...within(here.text, next.text))
      i++
    } else marks.push(here)
  }
  return joined(marks)
}

/** The stretches as paragraphs, for reading; a line end that only one text has shows as a sign of its own. */
export function markedParagraphs(marks: readonly TextMark[]): TextMark[][] {
  const paragraphs: TextMark[][] = [[]]
  for (const { kind, text } of marks) {
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) {
        if (kind !== 'same') paragraphs.at(-1)?.push({ kind, text: '↵' })
        paragraphs.push([])
      }
      if (line) paragraphs.at(-1)?.push({ kind, text: line })
    }
  }
  return paragraphs.map(joined).filter((paragraph) => paragraph.length > 0)
}

/** Whether anything was changed. */
export function isChanged(marks: readonly TextMark[]): boolean {
  return marks.some(({ kind }) => kind !== 'same')
}

function within(before: string, after: string): TextMark[] {
  const marks = compare([...before], [...after], CHARACTERS_MOST)
  if (!marks) return rewritten(before, after)
  const kept = marks.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0)
  return kept < KEPT_LEAST * Math.min(before.length, after.length) ? rewritten(before, after) : calm(marks)
}

function compare(before: string[], after: string[], maxEditLength: number): TextMark[] | null {
  const changes = diffArrays(before, after, { maxEditLength })
  if (!changes) return null
  return joined(
    changes.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })),
  )
}

/** A single character kept between two changes is chance: it reads better as part of the change. */
function calm(marks: readonly TextMark[]): TextMark[] {
  return joined(
    marks.flatMap((mark, i): TextMark[] => {
      const between = i > 0 && i < marks.length - 1
      if (mark.kind !== 'same' || !between || mark.text === '\n' || [...mark.text].length > 1) return [mark]
      return [
        { kind: 'removed', text: mark.text },
        { kind: 'added', text: mark.text },
      ]
    }),
  )
}

function rewritten(before: string, after: string): TextMark[] {
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
}

/** Neighbours of one kind as one, what was removed before what was added, nothing empty. */
function joined(marks: readonly TextMark[]): TextMark[] {
  const done: TextMark[] = []
  let [removed, added] = ['', '']
  const close = () => {
    if (removed) done.push({ kind: 'removed', text: removed })
    if (added) done.push({ kind: 'added', text: added })
    removed = added = ''
  }
  for (const { kind, text } of marks) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (text) {
      close()
      const last = done.at(-1)
      if (last?.kind === 'same') last.text += text
      else done.push({ kind, text })
    }
  }
  close()
  return done
}

/** The lines with their ends, so that joined they are the text again. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? []
}
