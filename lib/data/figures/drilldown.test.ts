import { parse } from 'csv-parse/sync'
import { createElement, Fragment, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import readExcelFile from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { RankingView } from '@/components/figures/ranking-view'
import { wallPages } from '@/components/figures/wall-pages'
import { transaction } from '@/db/client'
import { pastFigures, pastQuarters } from '@/db/schema'
import { operator } from '@/lib/auth/viewer'
import { parseCenti } from '@/lib/domain/base/exact'
import { figureOfColumn, figureQuery, type NamedFigure, parseFigure } from '@/lib/domain/figures/figure'
import type { Overview } from '@/lib/domain/figures/overview'
import { completion, share } from '@/lib/domain/figures/scoring'
import { filledTables } from '@/lib/domain/figures/tables'
import { parseQuarter, type Quarter } from '@/lib/domain/time/quarter'
import { parseSpan, type Span } from '@/lib/domain/time/span'
import { rankingCsv } from '@/lib/files/figures/ranking-csv'
import { rankingXlsx } from '@/lib/files/figures/ranking-xlsx'
import { goldenFolder, loadFolder } from '@/lib/testing/transfer'
import { register } from '../office/register'
import { drilldown } from './drilldown'
import { noticeOf, overviewOf, rankingOf } from './figures'

const Q = '2020Q3' as Quarter
const viewer = operator()
let unitIds: Map<string, string>

/** The third quarter of 2020 with all its items, and the second as figures only. */
beforeAll(async () => {
  await loadFolder(goldenFolder())
  const units = await register(viewer)
  unitIds = new Map(units.map(({ id, name }) => [name, id]))
  await transaction(async (tx) => {
    await tx.insert(pastQuarters).values({ quarter: '2020Q2' as Quarter, source: '样例文件', recordedAt: 0 })
    await tx.insert(pastFigures).values(
      units.map(({ id }, i) => ({
        quarter: '2020Q2' as Quarter,
        unitId: id,
        quarterlyItems: 10 + (i % 3),
        items: (i * 7) % 31,
        annualPoints: 2400,
        counts: JSON.stringify({ forwarded: i % 3, district_full: i % 2, city_full: i % 5 === 0 ? 1 : 0 }),
      })),
    )
  })
})

const counted = new Map<string, Promise<number>>()

/** What a list adds up to: its rows, or the points of its rows in hundredths; and what came in as figures only. */
function sumOfList(quarter: Quarter, figure: NamedFigure, span: Span): Promise<number> {
  const key = `${quarter} ${figureQuery(figure, span)}`
  const known = counted.get(key)
  if (known) return known
  const count = drilldown(viewer, quarter, figure, span).then(({ rows, units, past }) => {
    const listed = rows
      ? rows.reduce((sum, { points = { n: 1, d: 1 } }) => sum + points.n / points.d, 0)
      : past.length === 0
        ? units?.length
        : 0
    return (
      (listed ?? 0) +
      past.reduce((sum, { words }) => sum + Number(words.split(' ')[0]) * (words.endsWith('分') ? 100 : 1), 0)
    )
  })
  counted.set(key, count)
  return count
}

/** The quarter, figure and span that an address of a list names. */
function target(href: string) {
  const [, quarter, query] = /(\d{4}Q\d)\/list\?(.+)$/.exec(href.replaceAll('&amp;', '&')) ?? []
  const params = Object.fromEntries(new URLSearchParams(query))
  const found = { quarter: parseQuarter(quarter ?? ''), figure: parseFigure(params), span: parseSpan(params.span) }
  if (!found.quarter || !found.figure || !found.span) throw new Error(`no list: ${href}`)
  return found as { quarter: Quarter; figure: NamedFigure; span: Span }
}

/** Every list that a drawing links, with the words of the link. */
function linksIn(drawing: ReactElement): { href: string; words: string }[] {
  const html = renderToStaticMarkup(drawing)
  return [...html.matchAll(/<a [^>]*?href="([^"]*\/list\?[^"]*)"[^>]*>(.*?)<\/a>/g)].map(([, href, inner]) => ({
    href: href ?? '',
    words: (inner ?? '').replace(/<[^>]+>/g, ''),
  }))
}

/** Every figure of the quarter; of a longer span, whose lists are counted by the same clause, a spread. */
const chosen = <Link>(links: Link[], span: Span) => links.filter((_, i) => span === 'quarter' || i % 9 === 0)

/** Counts what is behind the links, as many at once as a database reads for us. */
async function countedAtOnce(links: { href: string }[]): Promise<void> {
  const left = links.map(({ href }) => target(href)).values()
  const reader = async () => {
    for (const { quarter, figure, span } of left) await sumOfList(quarter, figure, span)
  }
  await Promise.all(Array.from({ length: 6 }, reader))
}

/** Each printed figure against its list. A mark in the picture prints completion and share of its unit. */
async function compare(links: { href: string; words: string }[], { ranking, span }: Overview): Promise<void> {
  await countedAtOnce(links)
  for (const { href, words } of links) {
    const { quarter, figure, span: over } = target(href)
    const rows = await sumOfList(quarter, figure, over)
    const marked = / 完成率 (\S+%) 占比 (\S+%)$/.exec(words)
    if (marked && figure.figure === 'points') {
      const { unitId } = figure
      const of = <Row extends { unitId: string }>(rows: readonly Row[]) => rows.find((row) => row.unitId === unitId)
      const items = await sumOfList(quarter, { figure: 'items', unitId }, span)
      expect(marked[1], href).toBe(
        completion(items, of(ranking.tables.flatMap(({ submission }) => submission))?.target ?? 0),
      )
      expect(marked[2], href).toBe(
        share(rows, of(ranking.tables.flatMap(({ adoption }) => adoption))?.annualTarget ?? 0),
      )
    } else if (figure.figure === 'points') {
      expect(parseCenti(words), href).toBe(rows)
    } else {
      expect(Number(/\d+$/.exec(words)?.[0]), href).toBe(rows)
    }
  }
}

describe.each<Span>(['quarter', 'year'])('over a %s', (span) => {
  test('every figure of the drawn ranking is the number of rows behind it', async () => {
    const overview = await overviewOf(viewer, Q, span)
    const links = linksIn(createElement(RankingView, { overview }))
    // Five totals, 57 units with one figure of submissions and seven of adoptions, a mark each, ten verdicts, the trend
    // twice: six figures of the two quarters with data.
    expect(links).toHaveLength(5 + 57 * 8 + 57 + 10 + 2 * 2 * 6)
    await compare(chosen(links, span), overview)
  })

  test('and so is every figure of the wall', async () => {
    const overview = await overviewOf(viewer, Q, span)
    const links = wallPages(overview).flatMap(({ content }) => linksIn(createElement(Fragment, null, content)))
    expect(links).toHaveLength(5 + 57 * 6 + 57 + 10 + 2 * 6)
    await compare(chosen(links, span), overview)
  })
})

test('every cell of the files that leave the portal is the number of rows behind it', async () => {
  const { ranking } = await overviewOf(viewer, Q, 'quarter')
  const sheets = await readExcelFile(await rankingXlsx('样例', ranking))
  const CSV_WORDS: Record<string, string> = { 采编条数: '采编上报', 省级采用: '省级' }
  let compared = 0
  for (const { name, ...table } of filledTables(ranking)) {
    const sheet = sheets.find((one) => one.sheet === name)?.data ?? []
    const csv: string[][] = parse(rankingCsv(table), { bom: true })
    // Above the heads of a sheet its title and levels, below its rows their sums and the legend.
    for (const [head, ...rows] of [sheet.slice(2, -2), csv]) {
      const heads = (head ?? []).map((cell) => CSV_WORDS[String(cell)] ?? String(cell).replace('采用', ''))
      for (const row of rows) {
        const unitId = unitIds.get(String(row[heads.indexOf('单位')])) ?? ''
        for (const [i, word] of heads.entries()) {
          const figure = figureOfColumn(word)
          if (!figure) continue
          const value = figure === 'points' ? parseCenti(String(row[i])) : Number(row[i])
          expect(value, `${name} ${row} ${word}`).toBe(await sumOfList(Q, { figure, unitId }, 'quarter'))
          compared++
        }
      }
    }
  }
  expect(compared).toBe(2 * 57 * 8)
  const totals = new Map(sheets[0]?.data.map(([words, n]) => [words, n]))
  expect(totals.get('报送')).toBe(await sumOfList(Q, { figure: 'items' }, 'quarter'))
  expect(totals.get('区级采用')).toBe(await sumOfList(Q, { figure: 'district' }, 'quarter'))
  expect(totals.get('达到年度任务进度线的镇街')).toBe(
    await sumOfList(Q, { figure: 'onTrack', category: 'town' }, 'quarter'),
  )
})

test('every figure in the sentences and tables of the notice is the number of rows behind it', async () => {
  const options = { issuer: '样例办公室', number: null, date: '2020-10-12', portal: '雁信' }
  const { blocks, attachments } = await noticeOf(viewer, Q, options)
  let compared = 0
  for (const run of blocks.flatMap(({ runs }) => runs)) {
    if (!('figure' in run)) continue
    expect(Number(run.text), JSON.stringify(run)).toBe(await sumOfList(Q, run.figure, 'quarter'))
    compared++
  }
  expect(compared).toBeGreaterThan(10)
  for (const { head, rows } of attachments.flatMap(({ tables }) => tables)) {
    for (const { unitId, cells } of rows) {
      for (const [i, word] of head.entries()) {
        const figure = figureOfColumn(word)
        if (!figure) continue
        const value = figure === 'points' ? parseCenti(cells[i] ?? '') : Number(cells[i])
        expect(value, `${unitId} ${word}`).toBe(await sumOfList(Q, { figure, unitId }, 'quarter'))
      }
    }
  }
})

test('a quarter of figures only says whence they are, and lists its units in place of items', async () => {
  const q = '2020Q2' as Quarter
  const { totals } = await rankingOf(viewer, q)
  const all = await drilldown(viewer, q, { figure: 'items' })
  expect(all.total).toBe(`${totals.items} 条`)
  expect(all.past).toEqual([{ quarter: q, source: '样例文件', words: `${totals.items} 条` }])
  expect([all.rows, all.units?.length]).toEqual([undefined, 57])
  const unitId = [...unitIds.values()][1] ?? ''
  expect((await drilldown(viewer, q, { figure: 'points', unitId })).units?.map((row) => row.adoption.unitId)).toEqual([
    unitId,
  ])
})

test.each(['items', 'adoptions'] as const)(
  'a long list of %s is read part by part, every row once, under its whole figure',
  async (figure) => {
    const whole = await drilldown(viewer, Q, { figure })
    const keys: string[] = []
    let after: Awaited<ReturnType<typeof drilldown>>['next'] = null
    do {
      const part = await drilldown(viewer, Q, { figure }, 'quarter', { size: 40, ...(after && { after }) })
      expect(part.total).toBe(whole.total)
      keys.push(...(part.rows ?? []).map(({ key }) => key))
      after = part.next
    } while (after)
    expect(keys).toEqual(whole.rows?.map(({ key }) => key))
  },
)
