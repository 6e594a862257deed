import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs, trialRuns } from '../base/testing'
import { golden2020Q3 } from '../figures/golden/2020Q3'
import { rank } from '../figures/ranking'
import type { RankingInput } from '../figures/ranking-input'
import type { AdoptionRow, SubmissionRow } from '../figures/ranking-rows'
import { rankingInputs, scoredDistricts } from '../figures/testing'
import { ADOPTION_VERDICTS, SUBMISSION_VERDICTS } from '../figures/totals'
import { changesBetween } from '../notices/changes'
import { composeCorrection } from '../notices/correction'
import { compose } from '../notices/notice'
import { noticeText } from '../notices/text'
import { type CategoryRow, USUAL_CATEGORIES } from '../office/category'
import { checkNotice } from './consistency'
import type { Register } from './names'

const options = { issuer: '雁江区人民政府办公室', number: '雁府办发〔2020〕67号', date: '2020-10-12', portal: '雁信' }
const textOf = (input: RankingInput) => noticeText(compose(rank(input), options))
const registerOf = ({ units }: RankingInput): Register =>
  units.map(({ name, category }) => ({ name, category, aliases: [] }))
const register = registerOf(golden2020Q3)
const text = textOf(golden2020Q3)
const said = (printed: string, known = register, categories: readonly CategoryRow[] = USUAL_CATEGORIES) =>
  checkNotice(printed, { register: known, categories }).faults

describe('our own notice', () => {
  test('on the third quarter of 2020 contradicts itself nowhere', () => {
    expect(said(text)).toEqual([])
    expect(said(text, [])).toEqual([])
  })

  test('is without faults where a unit’s name holds rare characters, invisible ones, other brackets or other width', () => {
    const odd = new Map([
      ['区财政局', '\ue863局'],
      ['区教育局', '\ue000局'],
      ['区发改局', '庚局（Ａ办）'],
    ])
    const named = {
      ...golden2020Q3,
      units: golden2020Q3.units.map((unit) => ({ ...unit, name: odd.get(unit.name) ?? unit.name })),
    }
    expect(named.units.filter(({ name }) => [...odd.values()].includes(name)).length).toBeGreaterThan(1)
    expect(said(textOf(named), registerOf(named))).toEqual([])
    const copied = textOf(named).replaceAll('\ue863局', '䶮\u200b局').replaceAll('庚局（Ａ办）', '庚局(A办)')
    expect(said(copied, registerOf(named))).toEqual([])
  })

  test('of which some figures were corrected is a notice without faults as well', () => {
    const now = rank({ ...golden2020Q3, items: new Map([...golden2020Q3.items, ['区财政局', 20]]) })
    const of = {
      title: '关于2020年三季度的通报',
      number: '雁府办发〔2020〕67号',
      date: '2020-10-12',
      reason: '漏计7条',
    }
    const issued = rank(golden2020Q3)
    const changes = changesBetween(issued, now)
    expect(said(noticeText(composeCorrection({ of, issued, now, changes }, options)))).toEqual([])
  })

  test('on any quarter contradicts itself nowhere', () => {
    fc.assert(
      fc.property(rankingInputs, (input) => {
        expect(said(textOf(input), registerOf(input), input.categories)).toEqual([])
      }),
      { numRuns: runs(400) },
    )
  })
})

test('our own notice contradicts itself nowhere, whatever an office counts by', () => {
  fc.assert(
    fc.property(scoredDistricts, (input) => {
      expect(said(textOf(input), registerOf(input), input.categories)).toEqual([])
    }),
    { numRuns: runs(250) },
  )
})

describe('without the issued copy', () => {
  const digitChanged = (cell: string) => cell.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))

  test('every changed figure of the body is found, in whatever sentence it stands', () => {
    fc.assert(
      fc.property(rankingInputs, fc.nat(), (input, pick) => {
        const notice = compose(rank(input), options)
        const figures = notice.blocks.flatMap(({ runs }) => runs.filter((run) => 'figure' in run))
        const run = figures[pick % figures.length]
        // Without units there are no tables to hold a figure against.
        if (!run || input.units.length === 0) return
        const was = run.text
        run.text = String(Number(was) + 1 + (pick % 3))
        const faults = said(noticeText(notice), registerOf(input), input.categories)
        expect(
          faults.filter(({ kind }) => kind === 'figure' || kind === 'list'),
          `${JSON.stringify(run)} was ${was}`,
        ).not.toEqual([])
      }),
      { numRuns: runs(400) },
    )
  })

  test('a unit named among those it does not belong to is found', () => {
    let judged = 0
    fc.assert(
      fc.property(rankingInputs, fc.nat(), fc.nat(), (input, pick, other) => {
        const ranking = rank(input)
        const notice = compose(ranking, options)
        const lists = notice.blocks.flatMap(({ runs }) => runs.filter((run) => 'names' in run))
        const run = lists[pick % lists.length]
        const unit = input.units[other % input.units.length]
        if (!run || !unit || run.text.includes(unit.name) || !('names' in run)) return
        const others = lists.filter(
          (list) => 'names' in list && list.names === run.names && list.text.includes(unit.name),
        )
        run.text = run.text.replace(/第.局/, unit.name)
        const faults = said(noticeText(notice), registerOf(input), input.categories)
        if (run.names === 'leaders') return
        // Only examples are named, so that another unit of the class is right as well.
        const rows = ranking.tables.flatMap(({ submission }) => submission)
        const won = ranking.tables.flatMap(({ adoption }) => adoption).find(({ unitId }) => unitId === unit.id)
        const sent = rows.find(({ unitId }) => unitId === unit.id)
        const inside = insideOf(run.names, sent, won)
        const categoryFits = !run.category || run.category === unit.category
        if (inside && categoryFits) return
        judged++
        expect(
          faults.some(({ kind, printed }) => kind === 'list' && printed === unit.name),
          JSON.stringify([run, unit, others]),
        ).toBe(true)
      }),
      { numRuns: runs(400) },
    )
    expect(judged).toBeGreaterThan(50)
  })

  test('a changed digit of a table is found in its row, and no other row is blamed', () => {
    const lines = text.split('\n')
    const all = lines.flatMap((line, at) => (/^\d+\t/.test(line) ? [at] : []))
    const every = trialRuns(3, 1)
    const rows = all.filter((_, n) => n % every === 0)
    const missed: string[] = []
    const absurd: string[] = []
    for (const at of rows) {
      const cells = (lines[at] ?? '').split('\t')
      for (const [column, cell] of cells.entries()) {
        // A name is no digit; a target that nothing was reached of contradicts nothing.
        if (column === 2 || (column === 3 && /\t0\.00%$|\t0%$/.test(lines[at] ?? ''))) continue
        const changed = cells.with(column, digitChanged(cell)).join('\t')
        if (changed === lines[at]) continue
        const faults = said(lines.with(at, changed).join('\n'))
        const unit = cells[2] ?? ''
        if (!faults.some(({ place }) => place.includes(`（${unit}）`)))
          missed.push(`${changed}: ${JSON.stringify(faults)}`)
        const others = faults.filter(({ place }) => !place.includes(`（${unit}）`))
        if (others.length)
          absurd.push(
            `${lines[at]} => ${changed}: ${faults.map((f) => `${f.place} ${f.printed}→${f.expected}`).join('; ')}`,
          )
      }
    }
    expect(missed).toEqual([])
    expect(absurd).toEqual([])
  })
})

function insideOf(names: string, sent?: SubmissionRow, won?: AdoptionRow): boolean {
  if (!sent || !won) return false
  if (names === 'noItems') return sent.items === 0
  if (names in SUBMISSION_VERDICTS) return SUBMISSION_VERDICTS[names as keyof typeof SUBMISSION_VERDICTS](sent)
  return ADOPTION_VERDICTS[names as keyof typeof ADOPTION_VERDICTS](won)
}
