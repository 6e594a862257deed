import { z } from 'zod'
import { compareKinds, isKind, type Kind } from '@/lib/domain/adoptions/kinds'
import { EXPIRED, id, pastDay, toldBefore, typed, version } from './base'

const kind = z.string().refine(isKind, { error: '请选择采用类别。' })

/** The day of an adoption and where it stood, as forms ask for them. */
export const source = {
  adoptedOn: pastDay('采用日期'),
  publication: typed('刊物', { max: 60, required: false }),
  issueNo: typed('期号', { max: 30, required: false }),
  evidence: typed('依据', { max: 200, required: false, line: false }).optional(),
}

/** One adoption of an item. */
export const gradeSchema = z.object({ id, kind, ...source })

/**
 * "id:seen,id:seen": the items, each with how many events by others its editor had seen; empty where it wasn't opened.
 * Each item once, at most a hundred.
 */
const itemsSeen = z
  .string({ error: EXPIRED })
  .regex(/^[0-9A-Za-z_-]{1,64}:\d{0,6}(,[0-9A-Za-z_-]{1,64}:\d{0,6}){0,99}$/, '请选择 1 至 100 条信息。')
  .transform((s) => {
    const pairs = s.split(',').map((pair): [string, number | null] => {
      const [of = '', seen = ''] = pair.split(':')
      return [of, seen === '' ? null : Number(seen)]
    })
    return [...new Map(pairs)].map(([id, seen]) => ({ id, seen }))
  })

/** One or several kinds, each a box of the form, for one or many items. */
export const gradeAllSchema = z
  .looseObject({ items: itemsSeen, ...source, told: toldBefore })
  .transform(({ items, adoptedOn, publication, issueNo, evidence, told: known, ...boxes }) => ({
    items,
    kinds: kindsTicked(boxes),
    adoptedOn,
    publication,
    issueNo,
    evidence,
    ...(known && { told: known }),
  }))
  .refine((f) => f.kinds.length > 0, { path: ['kinds'], message: '请选择采用类别。' })

/** The kinds whose boxes are ticked: the six in their order, then the others. */
export function kindsTicked(boxes: Record<string, unknown>): Kind[] {
  const ticked = Object.keys(boxes).filter((name): name is Kind => isKind(name) && boxes[name] === 'on')
  return ticked.sort(compareKinds)
}

const idList = z
  .string({ error: EXPIRED })
  .regex(/^([0-9A-Za-z_-]{1,64}(,[0-9A-Za-z_-]{1,64}){0,599})?$/, EXPIRED)
  .transform((s) => [...new Set(s.split(',').filter(Boolean))])

/** What one act of grading made, to be taken back. */
export const undoSchema = z.object({ adoptions: idList, proposals: idList })

/** A proposed grade that is released or dropped. */
export const proposalSchema = z.object({ proposalId: id, told: toldBefore })

export const revokeSchema = z.object({
  adoptionId: id,
  reason: typed('撤销原因', { max: 200, line: false }),
  told: toldBefore,
})

/** 合报单位, as one types them: names with 、 or a line between them; empty where nobody shares the item. */
export const jointSchema = z.object({
  id,
  version,
  units: typed('合报单位', { max: 2000, required: false, line: false }).transform((s) => [
    ...new Set(
      s
        .split(/[、,，;；\s]+/)
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ]),
})

export type GradeInput = z.output<typeof gradeSchema>
export type GradeAllInput = z.output<typeof gradeAllSchema>
export type UndoInput = z.output<typeof undoSchema>
export type ProposalInput = z.output<typeof proposalSchema>
export type RevokeInput = z.output<typeof revokeSchema>
export type JointInput = z.output<typeof jointSchema>
