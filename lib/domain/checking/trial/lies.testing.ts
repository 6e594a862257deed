/**
 * For tests only: one lie in a notice. `place`: pieces that the place of its fault must hold; `was`: the right value,
 * of which one suffices; null where no single value is right.
 */
export type Mutation = { sort: string; lines: string[]; place: readonly string[]; was: readonly string[] | null }
