import { type CategoryRow, USUAL_CATEGORIES } from './category'

/** For tests only: the keys of the usual two. */
export const USUAL_KEYS = ['department', 'town'] as const

const further = (
  [
    ['park', '园区', '园区', '园区'],
    ['soe', '国企', '区属国有企业', '国有企业'],
    ['school', '学校', '区属学校', '学校'],
    ['hospital', '医院', '公立医院', '医院'],
    ['resident', '驻区', '省市驻区单位', '驻区单位'],
  ] as const
).map(
  ([key, name, title, words], i): CategoryRow => ({
    ...{ key, name, title, words },
    aliases: [],
    position: i + 3,
    validFrom: null,
  }),
)

/** The usual two and five more, one of them called by what all units are called. */
export const SEVEN_CATEGORIES: readonly CategoryRow[] = [...USUAL_CATEGORIES, ...further]
export const THREE_CATEGORIES = SEVEN_CATEGORIES.slice(0, 3)
/** What offices have: one or the other alone, the usual two, three, seven. */
export const SOME_CATEGORIES: readonly (readonly CategoryRow[])[] = [
  SEVEN_CATEGORIES.slice(0, 1),
  SEVEN_CATEGORIES.slice(6),
  USUAL_CATEGORIES,
  THREE_CATEGORIES,
  SEVEN_CATEGORIES,
]
