'use server'
import { action } from '@/lib/action/action'
import { importPast as take } from '@/lib/data/past'
import { faultLine, ImportRefused } from '@/lib/data/transfer'
import { Fault } from '@/lib/domain/fault'
import { quarterName } from '@/lib/domain/quarter'
import { tablesIn } from '@/lib/files/tables'
import { pastFormSchema } from '@/lib/schemas/past'

const MOST_SHOWN = 50

export const importPast = action('past.import', pastFormSchema, async (viewer, { files, ...input }, arrival) => {
  const named = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
  const { units, items, changed } = await take(viewer, input, await tablesIn(named), arrival).catch(
    (error: unknown) => {
      throw error instanceof ImportRefused ? listed(error) : error
    },
  )
  const what = `${quarterName(input.quarter)}：${units} 个单位，报送 ${items} 条`
  return { message: changed ? `已录入${what}。` : `与已录入的相同，没有改动。${what}。` }
})

/** Every fault of the files as one of the form's. */
function listed({ message, faults }: ImportRefused): Fault {
  const lines = faults.slice(0, MOST_SHOWN).map((fault) => `${faultLine(fault)}。`)
  if (faults.length > MOST_SHOWN) lines.push(`另有 ${faults.length - MOST_SHOWN} 处，改正以上各处后再看。`)
  return new Fault('invalid', message, Object.fromEntries(lines.map((line, i) => [`file-${i + 1}`, line])))
}
