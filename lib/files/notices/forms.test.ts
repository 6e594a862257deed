import { afterAll, describe, expect, test } from 'vitest'
import { trialRuns } from '@/lib/domain/base/testing'
import { knownOffice, type LieOutcome, outcomeOf, paperLines, rates } from '@/lib/domain/checking/trial/measure.testing'
import { mutationsOf } from '@/lib/domain/checking/trial/mutations.testing'
import { chanceOf, officeOf } from '@/lib/domain/checking/trial/offices.testing'
import { STYLES } from '@/lib/domain/checking/trial/styles.testing'
import { checkFiles } from '../base/check'
import { findChromium } from './browser'
import { FORMS } from './forms.testing'
import { closePdf } from './pdf'

/** What a file does to a notice on its way to the check: single lies again, in every form in which one is handed in. */
const LIES = trialRuns(3, 220)
const CLEAN = trialRuns(1, 28)
const SEED = Number(process.env.YANXIN_TRIAL ?? 2020)
const styles = STYLES.filter(({ setting }) => setting === undefined)

const paper = (n: number) => {
  const style = styles[n % styles.length]
  const chance = chanceOf(SEED * 17 + n)
  const input = officeOf(chance)
  const lines = (style?.content ?? []).reduce((made, change) => change(made), paperLines(input))
  return { name: style?.name ?? '', input, lines, chance }
}

afterAll(closePdf)

describe.each(['docx', 'csv', 'pdf'] as const)('as %s', (form) => {
  const known = (n: number) => ({ issued: [], ...knownOffice(paper(n).input, n % 2 === 0) })
  const reportOn = async (lines: readonly string[], n: number) => {
    const [first] = await checkFiles(await FORMS[form](lines), [], known(n))
    return first?.report ?? { faults: [], remarks: [], unjudged: [], judged: 0 }
  }

  test.skipIf(form === 'pdf' && findChromium() === null)(
    'a clean notice has no faults, and of lies nearly all are found where they stand',
    async () => {
      const said: string[] = []
      for (let n = 0; n < CLEAN; n++) {
        const { faults } = await reportOn(paper(n).lines, n)
        said.push(
          ...faults.map(({ place, printed, expected }) => `${paper(n).name}: ${place}: ${printed} → ${expected}`),
        )
      }
      const outcomes: LieOutcome[] = []
      for (let n = 0; outcomes.length < LIES; n++) {
        const { lines, chance } = paper(n)
        for (const lie of chance.some(mutationsOf(lines, chance, 1), 11).slice(0, LIES - outcomes.length))
          outcomes.push(outcomeOf(lie, await reportOn(lie.lines, n)))
      }
      const missed = outcomes
        .filter(({ found, right }) => !found || !right)
        .map(({ sort, told }) => `${sort}: ${told.join('; ')}`)
      if (LIES > 100)
        console.log(
          `${form}: ${rates(outcomes)}; ${CLEAN} clean ones, ${said.length} false faults\n${missed.join('\n')}`,
        )
      expect(said).toEqual([])
      const share = (key: 'found' | 'placed' | 'right') => outcomes.filter((one) => one[key]).length / outcomes.length
      expect(share('found'), missed.join('\n')).toBeGreaterThanOrEqual(0.98)
      expect(share('placed'), missed.join('\n')).toBeGreaterThanOrEqual(0.95)
      expect(share('right'), missed.join('\n')).toBeGreaterThanOrEqual(0.95)
    },
  )
})
