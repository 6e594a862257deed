/** The kinds of adoption: one row each, in the order of the tables' columns. name stands alone, column heads a column. */
export const KINDS = [
  {
    kind: 'forwarded',
    level: 'forwarded',
    form: null,
    name: '采编上报',
    column: '采编上报',
    jsonKey: 'forwarded',
  },
  {
    kind: 'district_full',
    level: 'district',
    form: 'full',
    name: '区级采用·信息',
    column: '区级信息',
    jsonKey: 'districtFull',
  },
  {
    kind: 'district_brief',
    level: 'district',
    form: 'brief',
    name: '区级采用·简讯',
    column: '区级简讯',
    jsonKey: 'districtBrief',
  },
  { kind: 'city_full', level: 'city', form: 'full', name: '市级采用·信息', column: '市级信息', jsonKey: 'cityFull' },
  { kind: 'city_brief', level: 'city', form: 'brief', name: '市级采用·简讯', column: '市级简讯', jsonKey: 'cityBrief' },
  { kind: 'province', level: 'province', form: null, name: '省级采用', column: '省级', jsonKey: 'province' },
] as const satisfies readonly {
  kind: string
  level: 'forwarded' | 'district' | 'city' | 'province'
  form: 'full' | 'brief' | null
  name: string
  column: string
  jsonKey: string
}[]

export type Kind = (typeof KINDS)[number]['kind']
export type Level = (typeof KINDS)[number]['level']

/** True for one of the six kinds. */
export function isKind(s: string): s is Kind {
  return KINDS.some(({ kind }) => kind === s)
}

/** "区级采用·信息". */
export function kindName(kind: Kind): string {
  // Every Kind comes from the table, so it is always found.
  return KINDS.find((row) => row.kind === kind)?.name ?? kind
}

/** What a unit may be scored by: an adoption of a kind, or its submissions (full marks). */
export const RULE_KINDS = [
  'forwarded',
  'district_full',
  'district_brief',
  'city_full',
  'city_brief',
  'province',
  'submission',
] as const satisfies readonly (Kind | 'submission')[]
export type RuleKind = Kind | 'submission'

/** The two classes of units, each with its own tables; departments first, as in every document. */
export const CATEGORIES = ['department', 'town'] as const
export type Category = (typeof CATEGORIES)[number]

/** "部门" or "镇街". */
export function categoryName(category: Category): string {
  return category === 'department' ? '部门' : '镇街'
}

/** A count of 0 for every kind. */
export function noCounts(): Record<Kind, number> {
  return Object.fromEntries(KINDS.map(({ kind }) => [kind, 0])) as Record<Kind, number>
}
