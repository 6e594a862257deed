import { nextQuarter, type Quarter } from '@/lib/domain/time/quarter'

const AHEAD = 4

/** The quarters from `first` to a year after it or after the present one, whichever is later; oldest first. */
export function quartersToHold(first: Quarter, current: Quarter): Quarter[] {
  const quarters = [first]
  const last = first > current ? first : current
  for (let ahead = 0; ahead < AHEAD; ) {
    const next = nextQuarter(quarters.at(-1) as Quarter)
    quarters.push(next)
    if (next > last) ahead++
  }
  return quarters
}
