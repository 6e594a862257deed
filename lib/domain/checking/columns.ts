import { isKind, KINDS, type Kind, kindOfColumn, kindRow } from '../adoptions/kinds'

export type Column =
  | 'position'
  | 'rank'
  | 'unit'
  | 'target'
  | 'items'
  | 'score'
  | 'completion'
  | 'annual'
  | Kind
  | 'extra'
  | 'points'
  | 'share'
  | 'group'
  | 'note'
export type TableKind = 'submission' | 'adoption'

const kinds = KINDS.map(({ kind }) => kind)

/** How the columns of each table usually stand; a column of ranks may follow the first. */
export const LAYOUTS: Record<TableKind, readonly Column[]> = {
  submission: ['position', 'unit', 'target', 'items', 'score', 'completion'],
  adoption: ['position', 'unit', 'annual', ...kinds, 'points', 'share'],
}

const SHARED: readonly (readonly [RegExp, Column])[] = [
  [/^(?:序号|编号|序)$/, 'position'],
  [/^(?:名次|排名|位次)$/, 'rank'],
  [/^(?:报送|责任|上报|填报|参评|考核|被考核|承办|主办|各)?单位(?:名称)?$/, 'unit'],
  [/^(?:单位)?(?:类别|类型|组别|性质)$|^分组$/, 'group'],
  [/^(?:备注|说明|备考)$/, 'note'],
]

/** What the column of units may be headed by where nothing else heads it. */
const UNITS =
  /^(?:责任|报送|牵头|区级|区直|县级|县直|市直|各)*(?:部门|机关|科室|镇街道?|乡镇(?:街道)?|镇乡|街镇|(?:乡?镇)?[、/及和]?街道|镇)(?:单位)?(?:名称)?$/

/** What a column is headed by, without white space and brackets. */
const HEADS: Record<TableKind, readonly (readonly [RegExp, Column])[]> = {
  submission: [
    ...SHARED,
    [/^(?:季度)?(?:报送|目标)?任务(?:条数|篇数|数)?$|^应报(?:条|篇)?数$/, 'target'],
    [/^(?:实际)?(?:报送|上报|完成)(?:信息)?(?:条数|篇数|数|数量)$|^实报(?:条|篇)?数$/, 'items'],
    [/^(?:报送)?得分$/, 'score'],
    [/^(?:任务)?完成(?:率|比例|百分比)$/, 'completion'],
  ],
  adoption: [
    ...SHARED,
    [/^(?:年度|全年)(?:得分)?(?:任务|目标)$/, 'annual'],
    [/^(?:采编|上报|采编上报)(?:信息)?(?:条数)?$/, 'forwarded'],
    [/^区级?(?:采用)?信息$/, 'district_full'],
    [/^区级?(?:采用)?简讯$/, 'district_brief'],
    [/^市级?(?:采用)?信息$/, 'city_full'],
    [/^市级?(?:采用)?简讯$/, 'city_brief'],
    [/^省级?(?:采用)?(?:信息)?$/, 'province'],
    [/^加减分$/, 'extra'],
    [/^(?:总分|总得分|采用得分|得分)$/, 'points'],
    [/^(?:得分)?占比$|^占年度任务(?:的)?(?:比|比例|比重)?$|^完成率$/, 'share'],
  ],
}

const NAMES: Record<Exclude<Column, Kind>, string> = {
  position: '序号',
  rank: '名次',
  unit: '单位',
  target: '报送任务',
  items: '报送条数',
  score: '报送得分',
  completion: '完成率',
  annual: '年度任务',
  extra: '加减分',
  points: '总分',
  share: '占比',
  group: '类别',
  note: '备注',
}

/** "报送条数", "区级信息". */
export function columnName(column: Column): string {
  return isKind(column) ? kindRow(column).column : NAMES[column]
}

const bare = (head: string) => head.replace(/\([^()]*\)|%/g, '')
const columnOf = (kind: TableKind, head: string): Column | undefined => {
  const known = HEADS[kind].find(([pattern]) => pattern.test(bare(head)))?.[1]
  return known ?? (kind === 'adoption' ? (kindOfColumn(bare(head)) ?? undefined) : undefined)
}

/** True for a line that heads a table: several of its cells are known heads and none is a number. */
export function isHead(cells: readonly string[]): boolean {
  const words = cells.filter((cell) => cell !== '')
  if (words.some((cell) => /^[\d.]+%?$/.test(cell))) return false
  const known = words.filter(
    (cell) => columnOf('submission', cell) || columnOf('adoption', cell) || UNITS.test(bare(cell)),
  )
  return known.length >= 3 && known.length * 2 >= words.length
}

/** Which table a head belongs to: only tables of adoptions speak of shares, years and levels; where that is open, the title says it. */
export function kindOfHead(head: readonly string[], title = ''): TableKind {
  const hits = (kind: TableKind) => head.filter((cell) => columnOf(kind, cell)).length
  const levels = head.filter((cell) => /采用/.test(cell) && !columnOf('adoption', cell)).length
  const more = hits('adoption') + levels - hits('submission')
  if (more !== 0) return more > 0 ? 'adoption' : 'submission'
  return /采用/.test(title) && !/报送/.test(title) ? 'adoption' : 'submission'
}

/** What a head of a table of adoptions counts that is the other table's: 报送条数. */
export function countedBeside(kind: TableKind, head: string): 'target' | 'items' | null {
  const column = kind === 'adoption' ? columnOf('submission', head) : undefined
  return column === 'target' || column === 'items' ? column : null
}

/**
 * The column of every cell of a head; `odd` names the heads that are not known, each taken by its place where all others
 * stand as they usually do, and else, or where it heads a column of the other kind of table, for none.
 */
export function columnsOf(kind: TableKind, head: readonly string[]): { columns: (Column | null)[]; odd: number[] } {
  const usual = layout(kind, head.length)
  const known = head.map((cell) => columnOf(kind, cell) ?? null)
  const named = known.includes('unit') ? known : withUnits(known, head)
  const odd = named.flatMap((column, i) => (column === null || named.indexOf(column) !== i ? [i] : []))
  const other = kind === 'adoption' ? 'submission' : 'adoption'
  const asUsual = named.every((column, i) => odd.includes(i) || column === usual?.[i])
  const columns = named.map((column, i) => {
    if (!odd.includes(i)) return column
    const strange = column === null && (columnOf(other, head[i] ?? '') !== undefined || /采用/.test(head[i] ?? ''))
    const here = (asUsual && !strange && usual?.[i]) || null
    return here && !named.some((other, j) => other === here && !odd.includes(j)) ? here : null
  })
  return { columns, odd }
}

/** The first head that may be that of the units is. */
function withUnits(known: readonly (Column | null)[], head: readonly string[]): (Column | null)[] {
  const at = head.findIndex((cell, i) => known[i] === null && UNITS.test(bare(cell)))
  return known.map((column, i) => (i === at ? 'unit' : column))
}

/** The usual layout of so many columns, or null. */
export function layout(kind: TableKind, width: number): readonly Column[] | null {
  const usual = LAYOUTS[kind]
  if (width === usual.length) return usual
  return width === usual.length + 1 ? ['position', 'rank', ...usual.slice(1)] : null
}
