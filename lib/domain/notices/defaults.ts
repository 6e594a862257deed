import { type CategoryRow, USUAL_CATEGORIES } from '../office/category'
import { dayOfInstant, ordinalOf, type Quarter, yearOf } from '../time/quarter'
import type { Words } from './words'

/** Whom the usual two are called as addressees: lower governments first, as protocol has it. */
const USUAL_ADDRESSEES = '各镇人民政府、街道办事处，区级各部门，各有关单位：'

/** Words that leave nobody out. */
const OTHERS: readonly string[] = ['各单位', '各有关单位']

/** 主送机关, unless the office says otherwise: the units of these categories. */
export function addresseesOf(categories: readonly CategoryRow[]): string {
  const usual =
    USUAL_CATEGORIES.length === categories.length &&
    USUAL_CATEGORIES.every(({ key }) => categories.some((row) => row.key === key))
  if (usual) return USUAL_ADDRESSEES
  const named = categories.map(({ words }) => `各${words}`)
  // Where a category is called by what all units are called, it has named the others.
  const others = named.some((name) => OTHERS.includes(name)) ? [] : ['各有关单位']
  return `${[...named, ...others].join('，')}：`
}

/** How a notice is headed unless the office says otherwise: dated the 12th after the quarter, or today if that is to come. */
export function noticeDefaults(quarter: Quarter, now: number): NoticeOptions {
  const month = ordinalOf(quarter) * 3 + 1
  const usual = month > 12 ? `${yearOf(quarter) + 1}-01-12` : `${yearOf(quarter)}-${String(month).padStart(2, '0')}-12`
  const today = dayOfInstant(now)
  return { issuer: '雁江区人民政府办公室', number: null, date: usual <= today ? usual : today, portal: '雁信' }
}

/** date is the day of issue; number is null until the office gives one. */
export type NoticeOptions = {
  issuer: string
  number: string | null
  date: string
  portal: string
  docOnTargets?: string
  /** With its colon; otherwise every unit. */
  addressees?: string
  /** 抄送: whom else it goes to. */
  copies?: string
  /** Without a seal the signature stands elsewhere; a notice usually is sealed. */
  sealed?: boolean
  /** What people wrote and chose. */
  words?: Words
}
