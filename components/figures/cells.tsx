import type { CSSProperties } from 'react'
import { type Movement, movementWords } from '@/lib/domain/figures/compare'
import type { Rules } from '@/lib/domain/figures/scoring'
import type { RuleKind } from '@/lib/domain/rules/book'
import { quarterName } from '@/lib/domain/time/quarter'

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
    <td>
      {rank ?? '—'}
      {words && <small>{words}</small>}
    </td>
  )
}

type CountProps = { href: string; n: number; words?: string; label?: string }

/**
 * A figure that opens its list. A zero is set lightly: what is not zero stands in <b>. `label` is for a column that is
 * not always there, where the table becomes lines on a narrow screen.
 */
export function CountCell({ href, n, words = String(n), label }: CountProps) {
  return (
    <td data-label={label}>
      <a href={href}>{n === 0 ? words : <b>{words}</b>}</a>
    </td>
  )
}

/** A line between rows that says what stands below it. */
export function GroupRow({ words, columns }: { words: string; columns: number }) {
  return (
    <tr className="group">
      <td colSpan={columns}>{words}</td>
    </tr>
  )
}

/** How long the bar under a percentage is, as part of its cell; the longest bar stands for `longest` targets. */
export function rateBar(rate: number | null, longest: number): CSSProperties | undefined {
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
