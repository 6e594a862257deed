/** Something that stands in the way of a verb though its state is right, with what is said then. */
export type Guard<Moment> = readonly [stands: (now: Moment) => boolean, words: string]

/**
 * One verb of a life-cycle: from which states it may be done and where it leads; what is said from any other, `said`
 * for some and `otherwise` for the rest; and what else may stand in the way, the first that does.
 */
export type Transition<From extends string, To extends string = From, Moment = unknown> = {
  from: readonly From[]
  to: To | 'same'
  said?: Partial<Readonly<Record<From, string>>>
  otherwise: string
  guards?: readonly Guard<Moment>[]
}

/** Where a verb leads, or the reason why it may not be done now and what would make it possible. */
export type Step<To extends string> = { to: To; blocked?: undefined } | { to?: undefined; blocked: string }

/** One step of a life-cycle: a verb done to what stands at `at` and is kept in `state`. */
export function stepOf<From extends string, To extends string, Moment>(
  { from, to, said = {}, otherwise, guards = [] }: Transition<From, To, Moment>,
  at: From,
  state: To,
  now: Moment,
): Step<To> {
  if (!from.includes(at)) return { blocked: said[at] ?? otherwise }
  const guard = guards.find(([stands]) => stands(now))
  if (guard) return { blocked: guard[1] }
  return { to: to === 'same' ? state : to }
}
