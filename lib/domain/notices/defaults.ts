import { type CategoryRow, USUAL_CATEGORIES } from '../office/category'
import { dayOfInstant, ordinalOf, type Quarter, yearOf } from '../time/quarter'
import { type House, USUAL_HOUSE } from './house'
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

/** How a notice is headed as the office has it: dated its day of the month after the quarter, or today if that is to come. */
export function noticeDefaults(quarter: Quarter, now: number, house: House = USUAL_HOUSE): NoticeOptions {
  const month = ordinalOf(quarter) * 3 + 1
  const first = month > 12 ? `${yearOf(quarter) + 1}-01` : `${yearOf(quarter)}-${String(month).padStart(2, '0')}`
  const usual = `${first}-${house.day.padStart(2, '0')}`
  const today = dayOfInstant(now)
  return { number: null, date: usual <= today ? usual : today, portal: '雁信', ...inHouse(house) }
}

/** What the office's notices have in common, where it is not as usual. */
export function inHouse(house: House): Pick<NoticeOptions, 'issuer' | 'addressees' | 'copies' | keyof Styled> {
  const { issuer, word, title, mark, submissionName, adoptionName, addressees, copies, imprintOffice } = house
  return {
    ...{ issuer, word, title, submissionName, adoptionName },
    ...(mark && { mark }),
    ...(addressees && { addressees }),
    ...(copies && { copies }),
    ...(imprintOffice && { imprintOffice }),
  }
}

/** How the office names and heads things. `word`: 发文机关代字; `mark`: 发文机关标志; imprintDate: 印发日期, a day. */
type Styled = {
  word?: string
  title?: string
  mark?: string
  submissionName?: string
  adoptionName?: string
  imprintOffice?: string
  imprintDate?: string
}

/** date is the day of issue; number is null until the office gives one. */
export type NoticeOptions = Styled & {
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
