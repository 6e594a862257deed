import type { Kind } from '../adoptions/kinds'
import type { Category } from '../office/category'
import type { Quarter } from '../time/quarter'
import type { Column } from './columns'

/** A number that a document states of a unit: where, how it is printed, and in hundredths what it says. */
export type StatedNumber = { place: string; unit: string; column: Column; printed: string; value: number }

/** The points by which a table is computed, in the order of the kinds. */
export type StatedPoints = { place: string; category: Category; kind: Kind; value: number }

/** What a document states that a system may know better: plain data, to be compared where the system's figures are. */
export type Stated = { quarter: Quarter; numbers: StatedNumber[]; points: StatedPoints[] }
