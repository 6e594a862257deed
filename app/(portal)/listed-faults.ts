import { Fault } from '@/lib/domain/base/fault'
import { faultLine, type ImportRefused } from '@/lib/domain/base/import-refused'

const MOST_SHOWN = 50

/** Every fault of refused files as one of the form's: they stand under `file-1` and so on. */
export function listedFaults({ message, faults }: ImportRefused): Fault {
  const lines = faults.slice(0, MOST_SHOWN).map((fault) => `${faultLine(fault)}。`)
  if (faults.length > MOST_SHOWN) lines.push(`另有 ${faults.length - MOST_SHOWN} 处，改正以上各处后再看。`)
  return new Fault('invalid', message, Object.fromEntries(lines.map((line, i) => [`file-${i + 1}`, line])))
}
