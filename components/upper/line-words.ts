import { adoptionInWords } from '@/lib/domain/adoptions/adoption'
import { quarterOfDay } from '@/lib/domain/time/quarter'
import type { UpperLine } from '@/lib/domain/upper/upper'

/** "区财政局；市级采用·信息，2020年9月28日，《资阳信息》第12期": what a line says beside its title. */
export function lineInWords({ unit, ...line }: UpperLine): string {
  const adoption = adoptionInWords({ ...line, quarter: quarterOfDay(line.adoptedOn) })
  return unit === null ? adoption : `${unit}；${adoption}`
}
