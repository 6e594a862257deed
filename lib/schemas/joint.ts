import { z } from 'zod'
import { id, typed } from './fields'

/** 合报单位, as one types them: names with 、 or a line between them; empty where nobody shares the item. */
export const jointSchema = z.object({
  id,
  version: z.coerce.number({ error: '页面已过期，请刷新后再提交。' }).int(),
  units: typed('合报单位', { max: 400, required: false, line: false }).transform((s) => [
    ...new Set(
      s
        .split(/[、,，;；\s]+/)
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ]),
})

export type JointInput = z.output<typeof jointSchema>
