import { expect, test } from 'vitest'
import { trialRuns } from '../../base/testing'
import { checkNotice } from '../consistency'
import { knownOffice, type LieOutcome, outcomeOf, paperLines, rates } from './measure.testing'
import { mutationsOf } from './mutations.testing'
import { chanceOf, officeOf } from './offices.testing'
import { STYLES } from './styles.testing'

/** How many offices write, each in every style, and of how many of their lies each cell gets one. */
const OFFICES = trialRuns(1, 20)
const KEPT = trialRuns(17, 6)
const SEED = Number(process.env.YANXIN_TRIAL ?? 2020)

const papers = Array.from({ length: OFFICES }, (_, i) => i).flatMap((i) =>
  STYLES.map((style) => {
    const chance = chanceOf(SEED * 31 + i)
    const input = officeOf(chance)
    const lines = style.content.reduce((made, change) => change(made), paperLines(input))
    return { style, input, lines, chance, set: (made: string[]) => (style.setting?.(made) ?? made).join('\n') }
  }),
)

test('a notice without a lie in it has no faults, in whatever style an office writes, with a register and without', () => {
  const said = papers.flatMap(({ style, input, lines, set }, i) =>
    (OFFICES > 1 ? [true, false] : [i % 2 === 0]).flatMap((registered) => {
      const { faults } = checkNotice(set(lines), knownOffice(input, registered))
      return faults.map(
        ({ place, printed, expected }) => `${style.name} ${registered}: ${place}: ${printed} → ${expected}`,
      )
    }),
  )
  expect(said).toEqual([])
})

test('of single lies nearly all are found, each where it stands and with what should stand there', () => {
  const outcomes: (LieOutcome & { style: string })[] = []
  for (const [p, { style, input, lines, chance, set }] of papers.entries()) {
    for (const [i, lie] of mutationsOf(lines, chance, 1).entries()) {
      if ((i + p) % KEPT !== 0) continue
      const report = checkNotice(set(lie.lines), knownOffice(input, (i + p) % (2 * KEPT) === 0))
      outcomes.push({ ...outcomeOf(lie, report), style: style.name })
    }
  }
  if (OFFICES > 1) {
    console.log(rates(outcomes))
    for (const { name } of STYLES) console.log(`${name}  ${rates(outcomes.filter(({ style }) => style === name))}`)
  }
  const missed = outcomes.filter(({ found }) => !found).map(({ sort, style }) => `${style}: ${sort}`)
  const share = (key: 'placed' | 'right') => outcomes.filter((one) => one[key]).length / outcomes.length
  expect(outcomes.length).toBeGreaterThan(120)
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(outcomes.length * 0.02)
  expect(share('placed')).toBeGreaterThanOrEqual(0.95)
  expect(share('right')).toBeGreaterThanOrEqual(0.95)
})
