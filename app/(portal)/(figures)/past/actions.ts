'use server'
import { action } from '@/lib/action/action'
import * as past from '@/lib/data/figures/past'
import { ImportRefused } from '@/lib/domain/base/import-refused'
import { quarterName } from '@/lib/domain/time/quarter'
import { tablesIn } from '@/lib/files/base/tables'
import { pastFormSchema } from '@/lib/schemas/figures'
import { listedFaults } from '../../listed-faults'

export const importPast = action('past.import', pastFormSchema, async (viewer, { files, ...input }, arrival) => {
  const named = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
  const { units, items, changed } = await past
    .importPast(viewer, input, await tablesIn(named), arrival)
    .catch((error: unknown) => {
      throw error instanceof ImportRefused ? listedFaults(error) : error
    })
  const what = `${quarterName(input.quarter)}：${units} 个单位，报送 ${items} 条`
  return { message: changed ? `已录入${what}。` : `与已录入的相同，没有改动。${what}。` }
})
