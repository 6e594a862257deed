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
  form: Form | null
  name: string
  column: string
  jsonKey: string
}[]

export type Form = 'full' | 'brief'
type KnownKind = (typeof KINDS)[number]['kind']

/**
 * A level that the office has added (国家级采用) is called by its name, and so are its kinds: what is stored, written to
 * a file and shown is one and the same.
 */
export type AddedLevel = `${string}采用`
export type Level = (typeof KINDS)[number]['level'] | AddedLevel
export type Kind = KnownKind | AddedLevel | `${AddedLevel}·${'信息' | '简讯'}`
export type KindRow = { kind: Kind; level: Level; form: Form | null; name: string; column: string; jsonKey: string }

/** A level as the office keeps it: whether it adopts 信息 and 简讯 apart, and whether it stands above the district. */
export type LevelRow = { level: Level; formed: boolean; upper: boolean; position: number }

const ADDED = /^(?!区级|市级|省级)([\p{Script=Han}]{1,5}级)采用(?:·(信息|简讯))?$/u

/** True for one of the six kinds, and for a kind of a level that an office may add. */
export function isKind(s: string): s is Kind {
  return KINDS.some(({ kind }) => kind === s) || ADDED.test(s)
}

/** All that is known of a kind. Throws RangeError for what is none. */
export function kindRow(kind: Kind): KindRow {
  const known = KINDS.find((row) => row.kind === kind)
  if (known) return known
  const [, short, form] = ADDED.exec(kind) ?? []
  if (!short) throw new RangeError(`no kind of adoption: ${kind}`)
  const level: Level = `${short}采用`
  const of = form === '信息' ? ('full' as const) : form === '简讯' ? ('brief' as const) : null
  return { kind, level, form: of, name: kind, column: `${short}${form ?? ''}`, jsonKey: kind }
}

/** The kind whose column a table heads so ("区级信息", "国家级简讯"), or null. */
export function kindOfColumn(head: string): Kind | null {
  const known = KINDS.find(({ column }) => column === head)
  if (known) return known.kind
  const [, short, form] = /^(.+级)(信息|简讯)?$/.exec(head) ?? []
  const kind = `${short}采用${form ? `·${form}` : ''}`
  return short && isKind(kind) ? kind : null
}

/** The kinds of these levels, in the order of the tables' columns. */
export function kindsOfLevels(levels: readonly Pick<LevelRow, 'level' | 'formed' | 'position'>[]): KindRow[] {
  return levels
    .toSorted((a, b) => a.position - b.position)
    .flatMap(({ level, formed }): KindRow[] => {
      const known = KINDS.filter((row) => row.level === level)
      if (known.length > 0) return known
      const name = level as AddedLevel
      return (formed ? ([`${name}·信息`, `${name}·简讯`] as const) : [name]).map(kindRow)
    })
}

const LEVEL_NAMES: Readonly<Record<string, readonly [name: string, short: string]>> = {
  forwarded: ['采编上报', '上报'],
  district: ['区级采用', '区级'],
  city: ['市级采用', '市级'],
  province: ['省级采用', '省级'],
}

/** "区级采用", "国家级采用". */
export function levelName(level: Level): string {
  return LEVEL_NAMES[level]?.[0] ?? level
}

/** Whether a level is one that the office has added. */
export function isAdded(level: string): level is AddedLevel {
  return isKind(level) && kindRow(level).level === level && !KINDS.some((row) => row.level === level)
}

/** "区级", "国家级": what heads a narrow column. */
export function levelShort(level: Level): string {
  return LEVEL_NAMES[level]?.[1] ?? level.slice(0, -'采用'.length)
}

/** Where a kind stands among others: the six in the order of their columns, then those of added levels. */
export function compareKinds(a: Kind, b: Kind): number {
  const place = (kind: Kind) => KINDS.findIndex((row) => row.kind === kind) + 1 || KINDS.length + 1
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0)
}

/** The levels of these kinds with their kinds, in their order. */
export function byLevel(kinds: readonly KindRow[]): { level: Level; kinds: KindRow[] }[] {
  return [...new Set(kinds.map(({ level }) => level))].map((level) => {
    return { level, kinds: kinds.filter((row) => row.level === level) }
  })
}

/** The name under which the office may add such a level ("国家级" gives "国家级采用"), or why it may not. */
export function levelFault(short: string, taken: readonly string[]): string | null {
  if (!ADDED.test(`${short}采用`)) return '级别写作“国家级”一类：以“级”结尾，二至六个汉字；区级、市级、省级已有。'
  return taken.includes(`${short}采用`) ? '已有这一级别。' : null
}

/** A level of the office's own: above the district, after all others. */
export function addedLevel(level: Level, formed: boolean, position: number): LevelRow {
  return { level, formed, upper: true, position }
}

/** "区级采用·信息". */
export function kindName(kind: Kind): string {
  return kindRow(kind).name
}

/** How often each kind was counted; a kind that is absent was not. */
export type Counts = { [K in KnownKind]: number } & { [K in Exclude<Kind, KnownKind>]?: number }

/** A count of 0 for each of the six kinds. */
export function noCounts(): Counts {
  return Object.fromEntries(KINDS.map(({ kind }) => [kind, 0])) as Record<KnownKind, number>
}

/** How often the kinds of a level were counted. */
export function countOfLevel(counts: Counts, level: Level): number {
  const kinds = (Object.keys(counts) as Kind[]).filter((kind) => kindRow(kind).level === level)
  return kinds.reduce((sum, kind) => sum + countOf(counts, kind), 0)
}

/** How often a kind was counted. */
export function countOf(counts: Counts, kind: Kind): number {
  return counts[kind] ?? 0
}
