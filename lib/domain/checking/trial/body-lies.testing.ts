import type { Mutation } from './lies.testing'
import type { FixedChance } from './offices.testing'
import { bodyLines, cellsAt, numberIn, paperTables } from './papers.testing'

const NUMBER = '(?:\\d[\\d,]*|[零一两二三四五六七八九十百千]+)'

/** For tests only: figures of the body that are wrong. */
export function bodyLies(lines: string[], chance: FixedChance, n: number): Mutation[] {
  const figures = bodyLines(lines).flatMap((at) => {
    const pattern = new RegExp(`(${NUMBER})(?=[个家条篇](?!\\d))|(\\d+\\.\\d)(?=%)`, 'g')
    return [...(lines[at] ?? '').matchAll(pattern)].map((match) => ({ at, match }))
  })
  return chance.some(figures, n).map(({ at, match }) => {
    const [was] = match
    const text = lines[at] ?? ''
    const to = otherFigure(was, chance)
    return {
      sort: '正文数字',
      lines: lines.with(at, text.slice(0, match.index) + to + text.slice(match.index + was.length)),
      place: ['正文第'],
      was: [was, was.replaceAll(',', ''), `${was}个`],
    }
  })
}

function otherFigure(was: string, chance: FixedChance): string {
  if (was.includes('.')) return (Number(was) + chance.pick([1, 2.5, 10])).toFixed(1)
  if (/\d/.test(was)) return String(Number(was.replaceAll(',', '')) + chance.pick([1, 2, 3, 10]))
  const last = was.at(-1) ?? ''
  const at = '一二三四五六七八'.indexOf(last)
  return at >= 0
    ? `${was.slice(0, -1)}${'二三四五六七八九'[at]}`
    : `${was}${/十$/.test(was) ? '一' : was === '零' ? '' : '十'}`
}

/** For tests only: names of the body that are wrong, and units where they do not belong. */
export function listLies(lines: string[], chance: FixedChance, n: number): Mutation[] {
  const names = paperTables(lines).flatMap(({ head, rows, kind }) => {
    const unit = cellsAt(lines, head).indexOf('单位')
    return kind === 'submission' ? rows.map((at) => cellsAt(lines, at)[unit] ?? '') : []
  })
  const known = new Set(names)
  const body = bodyLines(lines)
  const mentions = body.flatMap((at) => {
    return [...(lines[at] ?? '').matchAll(/[\p{Script=Han}]{2,12}?(?:局|镇|街道办事处|园区)(?=[、等和1-9])/gu)].flatMap(
      (match) => {
        const own = names.find((name) => match[0].endsWith(name))
        return own ? [{ at, index: match.index + match[0].length - own.length, own }] : []
      },
    )
  })
  return chance.some(mentions, n).flatMap(({ at, index, own }): Mutation[] => {
    const text = lines[at] ?? ''
    const wrong = `${own.slice(0, -2)}囗${own.slice(-1)}`
    if (known.has(wrong)) return []
    return [
      {
        sort: '正文单位名称',
        lines: lines.with(at, text.slice(0, index) + wrong + text.slice(index + own.length)),
        place: ['正文第'],
        was: [own],
      },
      ...stranger(lines, at, index, own),
    ]
  })
}

/** A unit headName among those it does not belong to: one that did all it should, among those that did not. */
function stranger(lines: string[], at: number, index: number, own: string): Mutation[] {
  const text = lines[at] ?? ''
  const before = text.slice(0, index)
  const list = /(?:未完成的有|超额完成的有)[^。]*$/.exec(before)?.[0]
  if (!list) return []
  const behind = list.startsWith('未')
  const of = paperTables(lines).find(({ kind, head, rows }) => {
    const unit = cellsAt(lines, head).indexOf('单位')
    return kind === 'submission' && rows.some((row) => cellsAt(lines, row)[unit] === own)
  })
  if (!of) return []
  const head = cellsAt(lines, of.head)
  const value = (row: number, name: string) => numberIn(cellsAt(lines, row)[head.indexOf(name)] ?? '')
  const other = of.rows.find((row) => {
    const over = value(row, '报送条数') > value(row, '报送任务')
    return over === behind && !text.includes(cellsAt(lines, row)[head.indexOf('单位')] ?? '')
  })
  if (other === undefined) return []
  const name = cellsAt(lines, other)[head.indexOf('单位')] ?? ''
  return [
    {
      sort: '正文名单',
      lines: lines.with(at, text.slice(0, index) + name + text.slice(index + own.length)),
      place: ['正文第'],
      was: ['不列入'],
    },
  ]
}
