import { isAdded } from '../adoptions/kinds'
import { countsUnits } from '../figures/figure'
import { type Category, type CategoryRow, categoryName } from '../office/category'
import { FIGURES, type FigureRef, type FigureRun, type NamesRef } from './document'

/** What a figure or a list of names is called where it stands in a text that a person writes. */
const WORDS: Record<FigureRun | 'leaders', string> = {
  units: '考核单位',
  items: '报送条数',
  met: '完成任务的单位',
  exceeded: '超额完成的单位',
  unmet: '未完成任务的单位',
  noItems: '报送为0的单位',
  district: '区级采用',
  city: '市级采用',
  province: '省级采用',
  forwarded: '采编上报',
  onTrack: '达到25%的单位',
  behind: '未达到25%的单位',
  noPoints: '得分为0的单位',
  leaders: '居前的单位',
}
const LIST = '·名单'

/** "部门·超额完成的单位" for a figure, "部门·超额完成的单位·名单" for its names. */
export function tokenOf(ref: FigureRef | NamesRef, categories: readonly CategoryRow[]): string {
  const whose = ref.category ? `${categoryName(categories, ref.category)}·` : ''
  if ('names' in ref) return `${whose}${WORDS[ref.names]}${LIST}`
  return isAdded(ref.figure) ? ref.figure : `${whose}${WORDS[ref.figure]}`
}

/** Everything that may stand in a text of a ranking of these categories: figures first, then lists of names. */
export function tokensOf(categories: readonly CategoryRow[]): ReadonlyMap<string, FigureRef | NamesRef> {
  const whose: { category?: Category }[] = [{}, ...categories.map(({ key }) => ({ category: key }))]
  const refs: (FigureRef | NamesRef)[] = [
    ...FIGURES.flatMap((figure) => whose.map((of) => ({ figure, ...of }))),
    ...[...FIGURES.filter(countsUnits), 'leaders' as const].flatMap((names) => whose.map((of) => ({ names, ...of }))),
  ]
  return new Map(refs.map((ref) => [tokenOf(ref, categories), ref]))
}

/** What a token stands for; null where it means nothing. Levels that the office has added are called by their name. */
export function refOf(token: string, categories: readonly CategoryRow[]): FigureRef | NamesRef | null {
  return tokensOf(categories).get(token) ?? (isAdded(token) ? { figure: token } : null)
}
