import type { CSSProperties } from 'react'
import { type Movement, movementWords } from '@/lib/domain/figures/compare'
import type { RuleKind, Rules } from '@/lib/domain/rules/book'
import { quarterName } from '@/lib/domain/time/quarter'

/** What stands under a table or a drawing. */
export const LEGEND = 'mt-3 text-sm text-second print:mt-2 print:break-before-avoid print:break-inside-avoid'

/**
 * The head of a column: four characters, and the name of a level, stand in two lines, so that columns of small numbers
 * stay narrow.
 */
export function HeadCell({ words }: { words: string }) {
  const at = words.length === 4 ? 2 : words.endsWith('采用') ? words.length - 2 : 0
  if (at === 0) return words
  return (
    <>
      {words.slice(0, at)}
      <br />
      {words.slice(at)}
    </>
  )
}

/** A rank, and how it moved. */
export function Rank({ rank, movement }: { rank: number | null; movement: Movement | undefined }) {
  const words = movementWords(movement)
  return (
    <td data-rank="">
      {rank ?? '—'}
      {words && <small>{words}</small>}
    </td>
  )
}

/** The unit of a row, with what no line between the rows can say of it. */
export function UnitCell({ unit, marks }: { unit: string; marks: readonly string[] }) {
  return (
    <th scope="row">
      {unit}
      {marks.length > 0 && <small>（{marks.join('；')}）</small>}
    </th>
  )
}

type CountProps = { href: string; n: number; words?: string; label?: string; spare?: boolean }

/**
 * A figure that opens its list. A zero is set lightly: what is not zero stands in <b>. `label` names it where the table
 * becomes lines on a narrow screen; `spare` leaves it out there.
 */
export function CountCell({ href, n, words = String(n), label, spare }: CountProps) {
  return (
    <td data-label={label} data-spare={spare ? '' : undefined}>
      <a href={href}>{n === 0 ? words : <b>{words}</b>}</a>
    </td>
  )
}

/** A line between rows that says what stands below it. */
export function GroupRow({ words, columns }: { words: string; columns: number }) {
  return (
    <tr data-group="">
      <td colSpan={columns}>{words}</td>
    </tr>
  )
}

/** The line between the rows: above it stands who has reached it. */
export function RuledLine({ words, columns }: { words: string; columns: number }) {
  return (
    <tr data-line="">
      <td colSpan={columns}>{words}</td>
    </tr>
  )
}

/** A percentage with the bar under it; a bar that is longer than there is room breaks off before its end. */
export function RateCell({ words, rate, longest }: { words: string | null; rate: number | null; longest: number }) {
  return (
    <td data-rate="" data-cut={rate !== null && rate > longest ? '' : undefined} style={rateBar(rate, longest)}>
      {words ?? '—'}
    </td>
  )
}

/** How long the bar under a percentage is, as part of its cell; the longest bar stands for `longest` targets. */
function rateBar(rate: number | null, longest: number): CSSProperties | undefined {
  if (rate === null) return undefined
  return { '--rate': Number((Math.min(rate, longest) / longest).toFixed(3)) } as CSSProperties
}

type SourcesProps = { rulesOf: readonly { rules: Rules }[]; only?: readonly RuleKind[]; except?: readonly RuleKind[] }

/** Which documents set the rules that computed a table, and from when. */
export function Sources({ rulesOf, only, except = [] }: SourcesProps) {
  const said = new Set<string>()
  for (const { rules } of rulesOf) {
    for (const [kind, rule] of rules) {
      if (only ? only.includes(kind) : !except.includes(kind))
        said.add(`${rule.source ?? '来源未注明'}，自${quarterName(rule.validFrom)}起`)
    }
  }
  return said.size === 0 ? null : `计分依据：${[...said].join('；')}。`
}
