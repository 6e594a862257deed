import { z } from 'zod'
import { KINDS, type Kind } from '@/lib/domain/kinds'
import { id, pastDay, typed } from './fields'

const kinds = KINDS.map((k) => k.kind) as [Kind, ...Kind[]]

const source = {
  adoptedOn: pastDay('采用日期'),
  publication: typed('刊物', { max: 60, required: false }),
  issueNo: typed('期号', { max: 30, required: false }),
  evidence: typed('依据', { max: 200, required: false, line: false }).optional(),
}

/** One adoption of an item. */
export const gradeSchema = z.object({ id, kind: z.enum(kinds, { error: '请选择采用类别。' }), ...source })

const EXPIRED = '页面已过期，请刷新后再提交。'

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

const box = z.literal('on').optional()

/** One or several kinds, each a box of the form, for one or many items. */
export const gradeAllSchema = z
  .object({
    items: itemsSeen,
    ...source,
    ...(Object.fromEntries(kinds.map((kind) => [kind, box])) as Record<Kind, typeof box>),
  })
  .transform(({ items, adoptedOn, publication, issueNo, evidence, ...boxes }) => ({
    items,
    kinds: kinds.filter((kind) => boxes[kind] === 'on'),
    adoptedOn,
    publication,
    issueNo,
    evidence,
  }))
  .refine((f) => f.kinds.length > 0, { path: ['kinds'], message: '请选择采用类别。' })

const idList = z
  .string({ error: EXPIRED })
  .regex(/^([0-9A-Za-z_-]{1,64}(,[0-9A-Za-z_-]{1,64}){0,599})?$/, EXPIRED)
  .transform((s) => [...new Set(s.split(',').filter(Boolean))])

/** What one act of grading made, to be taken back. */
export const undoSchema = z.object({ adoptions: idList, proposals: idList })

/** A proposed grade that is released or dropped. */
export const proposalSchema = z.object({ proposalId: id })

export const revokeSchema = z.object({ adoptionId: id, reason: typed('撤销原因', { max: 200, line: false }) })

export type GradeInput = z.output<typeof gradeSchema>
export type GradeAllInput = z.output<typeof gradeAllSchema>
export type UndoInput = z.output<typeof undoSchema>
export type ProposalInput = z.output<typeof proposalSchema>
export type RevokeInput = z.output<typeof revokeSchema>
