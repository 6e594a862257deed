import { z } from 'zod'
import { isKind } from '@/lib/domain/adoptions/kinds'
import { narrow } from '@/lib/domain/base/text'
import { ISSUE_NO_MAX, ISSUER_MAX, NAME_MAX, nameFault } from '@/lib/domain/editions/publication'
import { isDay } from '@/lib/domain/time/quarter'
import { EXPIRED, id, idOrNone, keyOf, ticked, toldBefore, typed, version, wholeNumber, yes } from './base'

const from1 = (label: string, max: number) => wholeNumber(`${label}请填 1 至 ${max} 的整数。`, 1, max)

const day = z
  .string({ error: '请填写发刊日期。' })
  .overwrite(narrow)
  .refine((s) => isDay(s) && /^20/.test(s), '请按“2026-09-30”的格式填写发刊日期。')

/** A publication, new or to be changed. */
export const publicationSchema = z.object({
  id: idOrNone,
  name: typed('刊物名称', { max: NAME_MAX }).superRefine((name, context) => {
    const message = name === '' ? null : nameFault(name, [])
    if (message) context.addIssue({ code: 'custom', message })
  }),
  kind: z.string({ error: '请选择采用类别。' }).refine(isKind, '请选择采用类别。'),
  issuer: typed('主办单位', { max: ISSUER_MAX }),
  position: from1('顺序', 99),
  retired: yes,
})

/** A new edition; without a day it is today's. */
export const startEditionSchema = z.object({ publicationId: id, day: z.union([day, z.literal('')]).default('') })

/** One press on an edition: what is dropped or released. */
export const editionSchema = z.object({ id, version })

/** A release: `another-` before the id of a text says that it was adopted once more, beside what is there already. */
export const releaseSchema = z
  .looseObject({ id, version, told: toldBefore })
  .transform(({ id: of, version: at, told: known, ...given }) => ({
    ...{ id: of, version: at },
    ...(known && { told: known }),
    another: idsTicked(given, 'another-'),
  }))

export const changeEditionSchema = z.object({ id, version, issueNo: from1('期号', ISSUE_NO_MAX), day })

/** What is ticked to be picked: "item-" and "text-" with the id of each. */
export const pickSchema = z
  .looseObject({ id, version })
  .transform(({ id: of, version: at, ...given }) => ({
    id: of,
    version: at,
    items: idsTicked(given, 'item-'),
    texts: idsTicked(given, 'text-'),
  }))
  .refine(({ items, texts }) => items.length + texts.length > 0, {
    path: ['ticks'],
    message: '没有勾选要编入的信息或编辑稿。',
  })
  .refine(({ items, texts }) => items.length + texts.length <= 60, {
    path: ['ticks'],
    message: '一次最多编入 60 条。',
  })

/** Where an entry goes. */
export const MOVES = { up: '上移', down: '下移', remove: '移出' } as const
export const moveSchema = z.object({
  id,
  version,
  textId: id,
  verb: keyOf(MOVES, EXPIRED),
})

const idsTicked = (given: Readonly<Record<string, unknown>>, prefix: string) =>
  ticked(given, prefix).filter((one) => id.safeParse(one).success)

export type PublicationInput = z.output<typeof publicationSchema>
export type StartEditionInput = z.output<typeof startEditionSchema>
export type EditionInput = z.output<typeof editionSchema>
type Release = z.output<typeof releaseSchema>
export type ReleaseInput = Omit<Release, 'another'> & Partial<Pick<Release, 'another'>>
export type ChangeEditionInput = z.output<typeof changeEditionSchema>
export type PickInput = z.output<typeof pickSchema>
export type MoveInput = z.output<typeof moveSchema>
