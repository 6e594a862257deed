import { describe, expect, test } from 'vitest'
import { type Action, can, POLICY } from './policy'
import { person } from './testing'

const actions = Object.keys(POLICY) as Action[]

describe('four eyes: whoever made it does not let it out, whatever else they may', () => {
  const both = { mayIssue: true, mayRelease: true }

  test.each<[Action, string]>([
    ['notice.issue', '另一位具有印发权限的编辑'],
    ['notice.confirm', '另一位编辑'],
    ['proposal.release', '另一位具有发布权限的编辑'],
  ])('%s', (action, words) => {
    for (const madeBy of [
      ['u', 'x'],
      ['x', 'u'],
      ['u', null],
    ])
      expect(can(person('editor', both), action, { madeBy })).toMatchObject({
        allowed: false,
        reason: expect.stringContaining(words),
      })
    expect(can(person('editor', both), action, { madeBy: ['x', null] })).toEqual({ allowed: true })
    expect(can(person('editor'), action, { madeBy: ['x'] }).allowed).toBe(action === 'notice.confirm')
  })

  test('binds these rights and no other', () => {
    const bound = actions.filter(
      (action) =>
        can(person('editor', both), action).allowed && !can(person('editor', both), action, { madeBy: ['u'] }).allowed,
    )
    expect(bound).toEqual(['proposal.release', 'notice.confirm', 'notice.issue'])
  })
})

test('as many eyes on an adoption as the office wants', () => {
  const holder = person('editor', { mayRelease: true })
  for (const action of ['item.grade', 'text.grade', 'edition.release', 'upper.post'] as const) {
    const may = (who: typeof holder, secondEyes: 'off' | 'on' | 'all', by: string) =>
      can(who, action, { madeBy: [by], secondEyes }).allowed
    expect(['off', 'on', 'all'].map((eyes) => may(person('editor'), eyes as 'on', 'x'))).toEqual([true, false, false])
    expect(['off', 'on', 'all'].map((eyes) => may(holder, eyes as 'on', 'u'))).toEqual([true, true, false])
    expect(may(holder, 'all', 'x')).toBe(true)
    expect(may(person('reader', { mayRelease: true }), 'off', 'x')).toBe(false)
  }
})
