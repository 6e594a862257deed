import { expect, test } from 'vitest'
import { idleStep, WARN_MS } from './idle'

test('an open page says five minutes ahead that its session ends, then that it has, and otherwise looks again in time', () => {
  expect(idleStep(0)).toEqual({ say: 'over' })
  expect(idleStep(1)).toEqual({ say: 'soon' })
  expect(idleStep(WARN_MS)).toEqual({ say: 'soon' })
  expect(idleStep(WARN_MS + 60_000)).toEqual({ lookInMs: 60_000 })
})
