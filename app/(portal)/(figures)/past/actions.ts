'use server'
import { bytesOf } from '@/app/bytes-of'
import { action } from '@/lib/action/action'
import * as past from '@/lib/data/figures/past'
import { ImportRefused } from '@/lib/domain/base/import-refused'
import { quarterName } from '@/lib/domain/time/quarter'
import { workFor } from '@/lib/files/pool/pool'
import { pastFormSchema } from '@/lib/schemas/figures'
import { listedFaults } from '../../listed-faults'

export const importPast = action('past.import', pastFormSchema, async (viewer, { files, ...input }, arrival) => {
  const tables = await workFor(viewer.userId)('tablesIn', await Promise.all(files.map(bytesOf)))
  const { units, items, changed } = await past.importPast(viewer, input, tables, arrival).catch((error: unknown) => {
    throw error instanceof ImportRefused ? listedFaults(error) : error
  })
  const what = `${quarterName(input.quarter)}：${units} 个单位，报送 ${items} 条`
  return { message: changed ? `已录入${what}。` : `与已录入的相同，没有改动。${what}。` }
})
