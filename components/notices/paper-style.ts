import type { CSSProperties } from 'react'
import type { NamedFigure } from '@/lib/domain/figures/figure'

/** A length of the sheet, which counts in twips, as CSS has it. */
export function points(twips: number): string {
  return `${twips / 20}pt`
}

/** Custom properties, read by notice.css. */
export function cssOf(values: Record<`--${string}`, string | number>): CSSProperties {
  return values as CSSProperties
}

/** Where a figure leads; null where it leads nowhere. */
export type LinkOf = (figure: NamedFigure) => string | null
