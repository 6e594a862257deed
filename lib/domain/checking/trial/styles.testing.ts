import { roundedQuotient } from '../../base/exact'
import { bodyLines, cellsAt, type LinedTable, mapTables, paperTables } from './papers.testing'

/** For tests only: how an office writes; `content` before anything is forged in it, `setting` after that. */
export type Style = {
  name: string
  content: readonly ((lines: string[]) => string[])[]
  setting?: (lines: string[]) => string[]
}

type Rows = string[][]
const column = (rows: Rows, name: string) => (rows[0] ?? []).indexOf(name)

const without = (name: string) => (lines: string[]) =>
  mapTables(lines, (rows) => {
    const at = column(rows, name)
    return at < 0 ? rows : rows.map((cells) => cells.toSpliced(at, 1))
  })

const added = (head: string, after: string | null, cell: (cells: string[], i: number) => string) => (lines: string[]) =>
  mapTables(lines, (rows) => {
    const at = after === null ? (rows[0] ?? []).length : column(rows, after) + 1
    return rows.map((cells, i) => cells.toSpliced(at, 0, i === 0 ? head : cell(cells, i)))
  })

const eachCell =
  (name: string, change: (cell: string, cells: string[], head: string[]) => string, head = (cell: string) => cell) =>
  (lines: string[]) =>
    mapTables(lines, (rows) => {
      const at = column(rows, name)
      if (at < 0) return rows
      const [first = []] = rows
      return rows.map((cells, i) => {
        return cells.with(at, i === 0 ? head(cells[at] ?? '') : change(cells[at] ?? '', cells, first))
      })
    })

/** By what a row is ranked, as a fraction. */
function standingOf(cells: string[], head: string[], kind: LinedTable['kind']): [number, number] {
  const of = (name: string) => Number(cells[head.indexOf(name)])
  return kind === 'submission' ? [of('报送条数'), of('报送任务')] : [of('总分'), of('年度任务')]
}

const ranked = (ties: 'dense' | 'ordinal') => (lines: string[]) =>
  mapTables(lines, (rows, kind) => {
    const [head = [], ...units] = rows
    let rank = 0
    let above: [number, number] | null = null
    return [
      head,
      ...units.map((cells, i) => {
        const value = standingOf(cells, head, kind)
        const same = above !== null && above[0] * value[1] === value[0] * above[1]
        rank = ties === 'ordinal' ? i + 1 : same ? rank : rank + 1
        above = value
        return cells.with(head.indexOf('名次'), String(rank))
      }),
    ]
  })

const quotient = (n: string, d: string, places: number, times = 100n) =>
  roundedQuotient(BigInt(n) * times, Number(d), places)

const decimals = (places: number) => (lines: string[]) => {
  const of = (cells: string[], head: string[], name: string) => cells[head.indexOf(name)] ?? ''
  const completed = eachCell('完成率', (_, cells, head) => {
    return `${quotient(of(cells, head, '报送条数'), of(cells, head, '报送任务'), places)}%`
  })
  const shared = eachCell('占比', (_, cells, head) => {
    return `${quotient(of(cells, head, '总分'), of(cells, head, '年度任务'), places)}%`
  })
  return shared(completed(lines))
}

const scoresIn = (places: number) =>
  eachCell('报送得分', (_, cells, head) => {
    const [items, target] = [Number(cells[head.indexOf('报送条数')]), Number(cells[head.indexOf('报送任务')])]
    return items >= target ? (5).toFixed(places) : roundedQuotient(5n * BigInt(items), target, places)
  })

const COUNTS = ['采编上报', '区级信息', '区级简讯', '市级信息', '市级简讯', '省级']
const all =
  (...changes: ((lines: string[]) => string[])[]) =>
  (lines: string[]) =>
    changes.reduce((made, change) => change(made), lines)

const repeatedHead = (lines: string[]) =>
  mapTables(lines, (rows) => rows.flatMap((cells, i) => (i > 0 && i % 9 === 0 ? [cells, rows[0] ?? []] : [cells])))

/** A row of sums or of means under each table. */
const lastRow = (word: string, mean: boolean) => (lines: string[]) =>
  mapTables(lines, (rows) => {
    const [head = [], ...units] = rows
    const summed = [...COUNTS, '报送任务', '报送条数', '年度任务', '总分']
    const cells = head.map((name, at) => {
      if (name === '序号') return ''
      if (name === '单位') return word
      if (!summed.includes(name)) return ''
      const sum = units.reduce((all, row) => all + Number(row[at]), 0)
      return mean ? roundedQuotient(BigInt(sum), units.length, 1) : String(sum)
    })
    return [...rows, cells]
  })

const inBody = (change: (text: string) => string) => (lines: string[]) => {
  const body = new Set(bodyLines(lines))
  return lines.map((line, at) => (body.has(at) ? change(line) : line))
}

const DIGITS = [...'零一二三四五六七八九']

/** "1386" as 一千三百八十六. */
export function chineseNumber(n: number): string {
  if (n === 0) return '零'
  const digits = [...String(n)].map(Number)
  const words = digits.map((digit, i) => {
    const unit = ['', '十', '百', '千', '万'][digits.length - 1 - i] ?? ''
    return digit === 0 ? '零' : `${DIGITS[digit]}${unit}`
  })
  return words.join('').replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十')
}

const numerals = inBody((text) =>
  text.replace(/(\d+)(?=个|条)/g, (digits) => chineseNumber(Number(digits)).replace(/^二(?=$|百|千)/, '两')),
)

/** What stands where cells are parted by blanks: a table of them cannot have blank cells. */
const parted = (by: (cells: string[]) => string) => (lines: string[]) =>
  lines.map((line) => (line.includes('\t') ? by(line.split('\t')) : line))

const fullWidth = (text: string) =>
  text.replace(/[0-9%.]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))

/** Shares of the counts, said where the counts are. */
const shares = (lines: string[]) => {
  const units = paperTables(lines)
    .filter(({ kind }) => kind === 'submission')
    .reduce((n, { rows }) => n + rows.length, 0)
  return inBody((text) =>
    text.replace(/(\d+)个单位(（[^）]*）)?完成季度报送任务/, (whole, n) => {
      return `${whole}，占${quotient(n, String(units), 1)}%`
    }),
  )(lines)
}

const parts = (lines: string[]) => {
  const sum = (name: string) =>
    paperTables(lines)
      .filter(({ kind }) => kind === 'adoption')
      .flatMap(({ head, rows }) => rows.map((at) => Number(cellsAt(lines, at)[cellsAt(lines, head).indexOf(name)])))
      .reduce((n, m) => n + m, 0)
  return inBody((text) =>
    text.replace(/区级采用(\d+)条/, `区级采用$1条，其中信息${sum('区级信息')}条、简讯${sum('区级简讯')}条`),
  )(lines)
}

const beyond = (lines: string[]) => {
  const rows = paperTables(lines)
    .filter(({ kind }) => kind === 'submission')
    .flatMap(({ head, rows }) => rows.map((at) => standingOf(cellsAt(lines, at), cellsAt(lines, head), 'submission')))
  const n = rows.filter(([items, target]) => items * 2 >= target * 3).length
  return inBody((text) => text.replace(/(?=超额完成的有)/, `超额完成任务50%以上的有${n}个单位。`))(lines)
}

/** One table for all categories, with a column that says which. */
const asOne = (lines: string[]) => {
  const tables = paperTables(lines)
  const made = lines.filter((line) => !line.startsWith('说明'))
  for (const kind of ['submission', 'adoption'] as const) {
    const own = tables.filter((table) => table.kind === kind)
    const [first] = own
    if (!first) continue
    const title = (lines[first.title] ?? '').replace(/(?<=季度).*?(?=政务信息)/, '')
    const head = cellsAt(lines, first.head).toSpliced(3, 0, '类别').join('\t')
    const rows = own.flatMap(({ title, rows }) => {
      const category = /部门|镇、街道|园区/.exec(lines[title] ?? '')?.[0] ?? ''
      return rows.map((at) => cellsAt(lines, at).toSpliced(3, 0, category))
    })
    const at = made.indexOf(lines[first.title] ?? '')
    const taken = own.flatMap((table) => [table.title, table.head, ...table.rows]).map((line) => lines[line])
    const rest = made.slice(at).filter((line) => !taken.includes(line))
    const numbered = rows.map((cells, i) => cells.with(0, String(i + 1)).join('\t'))
    made.splice(at, made.length, title, head, ...numbered, ...rest)
  }
  return made
}

/** For tests only: twenty and more ways to write one notice, none of them wrong. */
export const STYLES: readonly Style[] = [
  { name: '本系统', content: [] },
  { name: '无名次', content: [without('名次')] },
  { name: '名次连续', content: [ranked('dense')] },
  { name: '名次不并列', content: [ranked('ordinal')] },
  { name: '一位小数', content: [decimals(1), scoresIn(1)] },
  { name: '整数百分比', content: [decimals(0)] },
  { name: '两位小数', content: [decimals(2)] },
  {
    name: '表头带百分号',
    content: [
      eachCell(
        '完成率',
        (cell) => cell.replace('%', ''),
        () => '完成率（%）',
      ),
      eachCell(
        '占比',
        (cell) => cell.replace('%', ''),
        () => '占比（%）',
      ),
    ],
  },
  {
    name: '格内带单位',
    content: [
      eachCell('报送条数', (cell) => `${cell}条`),
      eachCell('报送任务', (cell) => `${cell}条`),
      eachCell('总分', (cell) => `${cell}分`),
      all(...COUNTS.map((name) => eachCell(name, (cell) => `${cell}条`))),
    ],
  },
  { name: '备注栏', content: [added('备注', null, (_, i) => (i % 5 === 2 ? '含跟班学习1人' : ''))] },
  { name: '合为一表', content: [asOne] },
  { name: '类别栏', content: [added('类别', '单位', (_, i) => (i % 2 ? '一类' : '二类'))] },
  { name: '续表重复表头', content: [repeatedHead] },
  { name: '合计行', content: [lastRow('合计', false)] },
  { name: '平均行', content: [lastRow('平均', true)] },
  { name: '无说明', content: [(lines) => lines.filter((line) => !line.startsWith('说明'))] },
  { name: '无报送得分', content: [without('报送得分')] },
  { name: '没有的不写', content: COUNTS.map((name) => eachCell(name, (cell) => (cell === '0' ? '' : cell))) },
  { name: '没有的画线', content: COUNTS.map((name) => eachCell(name, (cell) => (cell === '0' ? '—' : cell))) },
  { name: '汉字数字', content: [numerals] },
  { name: '以篇计', content: [inBody((text) => text.replace(/(\d)条/g, '$1篇').replace(/(\d)个单位/g, '$1家单位'))] },
  { name: '占比和超额', content: [shares, beyond] },
  { name: '部分与总数', content: [parts] },
  { name: '千分位', content: [inBody((text) => text.replace(/(\d)(\d{3})(?=[条篇])/g, '$1,$2'))] },
  { name: '全角', content: [], setting: (lines) => lines.map(fullWidth) },
  { name: '空格分栏', content: [], setting: parted((cells) => cells.join('  ')) },
  { name: '单空格分栏', content: [], setting: parted((cells) => cells.join(' ')) },
  { name: '竖线分栏', content: [], setting: parted((cells) => `| ${cells.join(' | ')} |`) },
  {
    name: '格内换行',
    content: [],
    setting: (lines) =>
      lines.map((line, at) =>
        line.startsWith('序号\t') || at % 4 === 0
          ? line.replace(/\t(\p{Script=Han}{2})(\p{Script=Han}{2,})/gu, '\t"$1\n$2"')
          : line,
      ),
  },
]
