import { squash } from '../checking/plain'
import type { RawRow } from '../figures/past'
import { isDay } from '../time/quarter'
import { type Around, dayIn, type FoundPiece, kindIn } from './pieces'

const HEADS = {
  title: /^(?:采用)?(?:政务)?(?:信息)?(?:的)?(?:标题|题目|篇名|名称)$|^采用(?:内容|篇目)$/,
  unit: /^(?:报送|来源|供稿|来稿|上报|信息)?单位(?:名称)?$|^信息来源$/,
  adoptedOn: /^(?:采用|刊发|刊登|印发|录用|编发)?(?:日期|时间)$/,
  publication: /^(?:采用|刊发|所载)?(?:刊物|刊名|载体)(?:名称)?$/,
  issueNo: /^(?:刊物)?(?:期号|期数|期次|刊期|期)$/,
  kind: /^(?:采用)?(?:级别|层级|类别|类型|形式|等次)$/,
} as const satisfies Record<string, RegExp>

export type UpperColumn = keyof typeof HEADS
export type UpperHead = { at: number; columns: readonly (UpperColumn | null)[] }

/** What is summed up: a span of time, a level, a kind. */
const SUMMED =
  /(?:[本全当上下各截至到止年月期季度周旬半份初末底日第省市区县级\d一二三四五六七八九十(),、~-]|国家|采编上报|采用|信息|简讯|单位|以上)*/
const SUM = new RegExp(
  `^${SUMMED.source}(?:[合总小共累]计|总数|总和|共(?=\\d))(?:采用|录用|采编上报|信息|简讯|篇目|其中|[省市区]级|国家级|[数\\d条篇件项则分.,:;。、()])*$`,
)

/** Whether a row sums the others up, which is no line: 合计, 本月小计, 1-9月累计采用12条. */
export function isSum(text: string): boolean {
  return SUM.test(squash(text))
}

/** A head stands near the top, below the title of the table at most. */
const DEEPEST = 10
/** Days since 1899-12-30, as a spreadsheet keeps dates: 2009 to 2064. */
const SERIAL = /^[45]\d{4}$/

/** The row that names the columns, one of them that of the titles; null where a table has none. */
export function headOf(rows: readonly RawRow[]): UpperHead | null {
  for (const [at, { cells }] of rows.slice(0, DEEPEST).entries()) {
    const columns = cells.map(columnOf)
    const titled = columns.filter((column) => column === 'title').length === 1
    if (titled && (columns.filter(Boolean).length > 1 || cells.filter((cell) => cell.trim()).length === 1))
      return { at, columns }
  }
  return null
}

function columnOf(cell: string): UpperColumn | null {
  const name = squash(cell).replace(/\(.*\)$/, '')
  return (Object.keys(HEADS) as UpperColumn[]).find((column) => HEADS[column].test(name)) ?? null
}

/**
 * What a row of a table says; null without a title. Cells that are merged downwards stand once, so day, publication and
 * issue are those of the row `above` where a row leaves them blank.
 */
export function rowByColumns(
  cells: readonly string[],
  columns: readonly (UpperColumn | null)[],
  above: FoundPiece,
  around: Around,
): FoundPiece | null {
  if (isSum(cells.find((one) => one.trim()) ?? '')) return null
  const cell = (column: UpperColumn) => (cells[columns.indexOf(column)] ?? '').replace(/\s+/g, ' ').trim()
  const title = bare(cell('title'))
  if (title.length < 4 || isSum(title)) return null
  const strange: [string, string][] = []
  const day = cell('adoptedOn') && dayOfCell(cell('adoptedOn'), around)
  if (day === null) strange.push(['采用日期', `“${cell('adoptedOn')}”不是日期。`])
  const kind = cell('kind') && kindIn(cell('kind'), around)
  if (kind === null) strange.push(['采用类别', `“${cell('kind')}”不是已设定的采用类别。`])
  const issueNo = cell('issueNo').replace(/^第\s*(\d+)\s*期$|^0*(\d+)(?:\.0)?\s*期?$/, '$1$2')
  const publication = cell('publication').replace(/^《(.*)》$/, '$1')
  return {
    title,
    unit: cell('unit') || undefined,
    adoptedOn: day || above.adoptedOn,
    kind: kind || undefined,
    publication: publication || above.publication,
    issueNo: issueNo || (publication ? undefined : above.issueNo),
    strange,
  }
}

function dayOfCell(text: string, around: Around): string | null {
  if (!SERIAL.test(text)) return dayIn(text, around)
  const day = new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10)
  return isDay(day) ? day : null
}

/** A title without the numbering before it and the title marks around it. */
export function bare(title: string): string {
  return title
    .trim()
    .replace(/^(?:[(（]?\d{1,3}(?:[)）、:：]|[.．](?!\d))|[①-⑳]|[(（]?[一二三四五六七八九十]{1,3}[)）、.．])\s*/, '')
    .replace(/^《([^《》]*)》[。；;]?$/, '$1')
    .replace(/[；;。]$/, '')
    .trim()
}
