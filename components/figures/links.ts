import { figureQuery, type NamedFigure } from '@/lib/domain/figures/figure'
import type { Quarter } from '@/lib/domain/time/quarter'
import type { Span } from '@/lib/domain/time/span'

/** Where the list behind a figure stands. */
export function listPath(quarter: Quarter, figure: NamedFigure, span: Span = 'quarter'): string {
  return `/ranking/${listBeside(quarter, figure, span)}`
}

/** The same seen from the page of the ranking itself: hundreds of these stand in it, so they are short. */
export function listBeside(quarter: Quarter, figure: NamedFigure, span: Span = 'quarter'): string {
  return `${quarter}/list?${figureQuery(figure, span)}`
}

/** Writes the address of a list; a drawing gets the one that fits its place. */
export type ListLink = typeof listPath

/** "?span=year", and nothing for a quarter. */
export function spanQuery(span: Span, before = '?'): string {
  return span === 'quarter' ? '' : `${before}span=${span}`
}
