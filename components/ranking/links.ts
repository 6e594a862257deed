import { type Figure, figureQuery } from '@/lib/domain/figure'
import type { Quarter } from '@/lib/domain/quarter'

/** Where the list behind a figure stands. */
export function listPath(quarter: Quarter, figure: Figure): string {
  return `/ranking/${quarter}/list?${figureQuery(figure)}`
}

/** The same seen from the page of the ranking itself: hundreds of these stand in it, so they are short. */
export function listBeside(quarter: Quarter, figure: Figure): string {
  return `${quarter}/list?${figureQuery(figure)}`
}
