import { parseQuarter, type Quarter } from '@/lib/domain/time/quarter'
import { UsageError } from './command'

/** The quarter that a person typed. */
export function quarterFrom(word: string | undefined): Quarter {
  const quarter = parseQuarter(word ?? '')
  if (!quarter) throw new UsageError(`“${word}”不是季度，请写成 2020Q3。`)
  return quarter
}
