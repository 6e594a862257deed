import type { Group } from './claim'
import type { ClaimPatterns } from './claim-patterns'
import { numeralOf } from './numbers'

/** A count of units behind its condition: "未完成的单位有16家", "完成任务的共41个". */
export type Conditioned = {
  /** What is said of the units, "#" standing for them; "" where it is more than can be told. */
  said: string
  /** Nothing is said of them here. */
  bare: boolean
  /** What stands in brackets behind it. */
  parts: string
  group: Group
}

/** Words that say no more than that all units are meant, wherever they stand before 单位. */
const EVERY =
  /^(?:[一二三四本]?季度|\d{4}年|上?下?半年|全[年区市县]|[我本][区市县次]|此次|共计?|各|纳入|参加|参与|列入|接受|被|应|通报|涉及|政务|信息|报送|工作|考核|的|年度|季度)*$/
/** Words by which a condition is another one than the pattern of its class would say. */
const OTHERWISE = /[但且却又仍并非除消再]|同时|连续|曾|之外|以外|不是|次数/

/** True where the words before 单位 set no condition. */
export const isOfAll = (before: string) => EVERY.test(before)

/** What may stand behind such a count: what it is said of, or its parts in brackets. */
const SAID_OF_IT = /^(?:\(|[未没尚均都仅]|完成|超额|得分|报送|采用)/

/** The count that a clause states behind its condition; null where it states none. */
export function conditionedIn(clause: string, at: number, { counted, among, of }: ClaimPatterns): Conditioned | null {
  const match = counted.exec(clause)
  const [all = '', before = '', word = '', digits = '', head = ''] = match ?? []
  const number = numeralOf(digits)
  const after = clause.slice(all.length)
  const every = isOfAll(before)
  if (!number || /[\uE000-\uF8FF]/.test(before) || (after && !SAID_OF_IT.test(after))) return null
  const category = of(word)
  if (category ? !every && !/(?:的|其中)$/.test(before) : every && !after) return null
  const words = `${digits}${head}`
  const group: Group = {
    names: [],
    others: false,
    n: number.n,
    words,
    word: word || '单位',
    category: category ?? of(among.exec(before)?.[1] ?? ''),
    span: [at + all.length - words.length, at + all.length],
  }
  const condition = every ? '' : before.replace(/的?$/, '的')
  const rest = after.startsWith('(') ? after.replace(/\)?$/, '') : ''
  const said = OTHERWISE.test(clause) ? '' : `${condition}#${rest ? '' : after}`
  return { said, bare: before === '' && after === '', parts: rest, group }
}
