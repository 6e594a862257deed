import fc from 'fast-check'

/**
 * For tests only: chance that falls the same way every time in `npm test`, and another way in every `npm run trial`,
 * which names its seed in YANXIN_TRIAL and looks ten times as long.
 */
const trial = process.env.YANXIN_TRIAL

/** How often a property is tried that is tried `n` times in `npm test`. */
export function runs(n: number): number {
  return trial ? n * 10 : n
}

/** How many places a test looks at in `npm test`, and in a trial. */
export function trialRuns(usual: number, inTrial: number): number {
  return trial ? inTrial : usual
}

fc.configureGlobal({ seed: trial ? Number(trial) : 2020, numRuns: runs(100) })
