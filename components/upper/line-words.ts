import { adoptionInWords, sourceInWords } from '@/lib/domain/adoptions/adoption'
import { kindName } from '@/lib/domain/adoptions/kinds'
import { quarterOfDay } from '@/lib/domain/time/quarter'
import type { UpperLine } from '@/lib/domain/upper/upper'

/** "区财政局；市级采用·信息，2020年9月28日，《资阳信息》第12期": what a line says beside its title. */
export function lineInWords({ unit, ...line }: UpperLine): string {
  const { adoptedOn } = line
  const adoption =
    adoptedOn === null
      ? [kindName(line.kind), '没有写明采用日期', sourceInWords(line)].filter(Boolean).join('，')
      : adoptionInWords({ ...line, adoptedOn, quarter: quarterOfDay(adoptedOn) })
  return unit === null ? adoption : `${unit}；${adoption}`
}
