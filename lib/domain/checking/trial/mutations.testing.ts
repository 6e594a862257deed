import { bodyLies, listLies } from './body-lies.testing'
import type { Mutation } from './lies.testing'
import type { FixedChance } from './offices.testing'
import { cellsAt, headName, type LinedTable, numberIn, paperTables } from './papers.testing'

/** Another number of as many decimals, in the same dress. */
function otherNumber(cell: string, chance: FixedChance): string | null {
  const [number] = /\d+(?:\.\d+)?/.exec(cell) ?? []
  if (!number) return null
  const places = number.split('.')[1]?.length ?? 0
  const by = chance.pick([1, 1, 2, 3, 10]) * (chance.below(3) === 0 && Number(number) > 10 ? -1 : 1)
  return cell.replace(number, (Number(number) + by / 10 ** Math.min(places, chance.below(2))).toFixed(places))
}

/** Cells of which another value says the same, and cells of which nothing follows. */
function isOpen(head: string[], cells: string[], name: string, changed: string): boolean {
  const of = (column: string) => numberIn(cells[head.findIndex((cell) => headName(cell) === column)] ?? '')
  const has = (column: string) => head.some((cell) => headName(cell) === column)
  const shown = (n: number, d: number, cell: string) => {
    const places = /\.(\d+)/.exec(cell)?.[1]?.length ?? 0
    return ((n / d) * 100).toFixed(places)
  }
  const at = (column: string) => cells[head.findIndex((cell) => headName(cell) === column)] ?? ''
  if (name === '报送任务') {
    if (!has('完成率')) return true
    return shown(of('报送条数'), of(name), at('完成率')) === shown(of('报送条数'), numberIn(changed), at('完成率'))
  }
  if (name === '年度任务')
    return shown(of('总分'), of(name), at('占比')) === shown(of('总分'), numberIn(changed), at('占比'))
  if (name === '报送条数' && has('完成率'))
    return shown(of(name), of('报送任务'), at('完成率')) === shown(numberIn(changed), of('报送任务'), at('完成率'))
  return false
}

function cellLies(lines: string[], table: LinedTable, chance: FixedChance, n: number): Mutation[] {
  const head = cellsAt(lines, table.head)
  return head.flatMap((title, column) => {
    const name = headName(title)
    if (['单位', '备注', '类别'].includes(name)) return []
    return chance.some(table.rows, n).flatMap((at): Mutation[] => {
      const cells = cellsAt(lines, at)
      const was = cells[column] ?? ''
      const changed = /\d/.test(was) ? otherNumber(was, chance) : '1'
      if (changed === null || changed === was || isOpen(head, cells, name, changed)) return []
      const right = was === '' || was === '—' ? ['0', '（空白）', was] : [was, was.replace(/[^\d.%]/g, '')]
      return [
        {
          sort: `格：${name}`,
          lines: lines.with(at, cells.with(column, changed).join('\t')),
          place: [`第${table.rows.indexOf(at) + 1}行`, ` ${name}`],
          was: right,
        },
      ]
    })
  })
}

function rowLies(lines: string[], table: LinedTable, chance: FixedChance): Mutation[] {
  const unit = cellsAt(lines, table.head).indexOf('单位')
  const inner = table.rows.slice(1, -1)
  if (inner.length < 4) return []
  const gone = chance.pick(inner)
  const name = cellsAt(lines, gone)[unit] ?? ''
  const typo = chance.pick(table.rows)
  const written = cellsAt(lines, typo)[unit] ?? ''
  const middle = Math.max(1, written.length - 2)
  const wrong = `${written.slice(0, middle)}${written[middle] === '园' ? '圆' : '囗'}${written.slice(middle + 1)}`
  const twice = chance.pick(inner)
  return [
    { sort: '行：删去', lines: lines.toSpliced(gone, 1), place: ['统计表'], was: [name] },
    {
      sort: '行：重复',
      lines: lines.toSpliced(twice, 0, lines[twice] ?? ''),
      place: ['统计表'],
      was: null,
    },
    {
      sort: '单位名称',
      lines: lines.with(typo, cellsAt(lines, typo).with(unit, wrong).join('\t')),
      place: [`第${table.rows.indexOf(typo) + 1}行`, '单位'],
      was: [written],
    },
  ]
}

function legendLies(lines: string[], table: LinedTable, chance: FixedChance): Mutation[] {
  const { legend } = table
  if (legend === null) return []
  const text = lines[legend] ?? ''
  const head = cellsAt(lines, table.head)
  const found = [...text.matchAll(/(采编上报|区级采用信息|、简讯|市级采用信息|省级采用|满分)[^，、。；]*?(\d+) ?分/g)]
  const usable = found.filter((match) => {
    const before = text.slice(0, match.index)
    const level =
      match[1] === '、简讯' ? (before.lastIndexOf('市级') > before.lastIndexOf('区级') ? '市级简讯' : '区级简讯') : null
    const columns: Record<string, string> = {
      采编上报: '采编上报',
      区级采用信息: '区级信息',
      市级采用信息: '市级信息',
      省级采用: '省级',
    }
    const column = level ?? columns[match[1] ?? '']
    if (!column) return head.includes('报送得分')
    // What hardly any row uses, no row proves.
    const users = table.rows.filter((at) => numberIn(cellsAt(lines, at)[head.indexOf(column)] ?? '') > 0)
    return users.length >= 3
  })
  if (usable.length === 0) return []
  const match = chance.pick(usable)
  const was = match[2] ?? ''
  const from = match.index + match[0].lastIndexOf(was)
  const changed = `${text.slice(0, from)}${Number(was) + chance.pick([1, 2, 3])}${text.slice(from + was.length)}`
  return [{ sort: '说明', lines: lines.with(legend, changed), place: ['说明'], was: [`${was} 分`] }]
}

const ORDINALS = '一二三四'

function headLies(lines: string[], chance: FixedChance): Mutation[] {
  const quarterLies = lines.flatMap((line, at): Mutation[] => {
    const match = /(20\d\d)年([一二三四])季度/.exec(line)
    if (!match || line.includes('\t') || chance.below(3) > 0) return []
    const [was, year, quarter = ''] = match
    const to = chance.below(2)
      ? `${Number(year) - 1}年${quarter}季度`
      : `${year}年${ORDINALS[(ORDINALS.indexOf(quarter) + 1) % 4]}季度`
    const place =
      line.startsWith('　　') && !/^　　　\d/.test(line) ? '正文第' : /^附件|^　　　\d/.test(line) ? '附件清单' : '题'
    return [{ sort: '季度', lines: lines.with(at, line.replace(was, to)), place: [place], was: [was] }]
  })
  const listed = lines.findIndex((line) => line.startsWith('附件：'))
  const day = lines.findIndex((line) => /^20\d\d年\d{1,2}月\d{1,2}日$/.test(line))
  const entries = listed < 0 ? [] : [listed]
  return [
    ...quarterLies,
    ...entries.map((at) => {
      const line = lines[at] ?? ''
      return {
        sort: '附件清单',
        lines: lines.with(at, line.replace('报送统计表', '报送情况统计表')),
        place: ['附件清单'],
        was: null,
      }
    }),
    ...(day < 0 ? [] : dayLies(lines, day)),
  ]
}

/** The day of the notice as one within the quarter, and as another than that of its imprint. */
function dayLies(lines: string[], at: number): Mutation[] {
  const line = lines[at] ?? ''
  const quarter = /(20\d\d)年([一二三四])季度/.exec(lines.join('\n'))
  const inside = `${quarter?.[1]}年${ORDINALS.indexOf(quarter?.[2] ?? '') * 3 + 2}月9日`
  return [
    { sort: '日期', lines: lines.with(at, inside), place: ['成文日期'], was: null },
    { sort: '日期', lines: lines.with(at, line.replace(/\d+日/, '39日')), place: ['成文日期'], was: null },
  ]
}

/** For tests only: lies of every sort, `n` of each cell of a table, `n` × 4 of figures and lists. */
export function mutationsOf(lines: string[], chance: FixedChance, n: number): Mutation[] {
  const tables = paperTables(lines)
  return [
    ...tables.flatMap((table) => [
      ...cellLies(lines, table, chance, n),
      ...rowLies(lines, table, chance),
      ...legendLies(lines, table, chance),
    ]),
    ...bodyLies(lines, chance, n * 8),
    ...listLies(lines, chance, n * 4),
    ...headLies(lines, chance),
  ]
}
