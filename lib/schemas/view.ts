import { z } from 'zod'
import { id, typed } from './fields'

/** A view to keep: its name and the filter, as it stands in the desk's address. */
export const viewSchema = z.object({
  name: typed('视图名称', { max: 16 }),
  query: typed('筛选条件', { max: 600, required: false }),
  everybody: z.literal('on').optional(),
})

export const dropViewSchema = z.object({ viewId: id })

export type ViewInput = z.output<typeof viewSchema>
export type DropViewInput = z.output<typeof dropViewSchema>
