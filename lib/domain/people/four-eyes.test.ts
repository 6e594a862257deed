import { describe, expect, test } from 'vitest'
import { type Action, can, type Person, POLICY, type Role } from './policy'

const actions = Object.keys(POLICY) as Action[]

function person(role: Role, over: Partial<Person> = {}): Person {
  return {
    userId: 'u',
    login: 'u',
    name: '样例',
    role,
    unitId: role === 'clerk' || role === 'signer' ? 'own' : null,
    unitName: null,
    mayRelease: false,
    mayIssue: false,
    mustChangePassword: false,
    sessionId: 's',
    ...over,
  }
}

describe('four eyes: whoever made it does not let it out, whatever else they may', () => {
  const both = { mayIssue: true, mayRelease: true }

  test.each<[Action, string]>([
    ['notice.issue', '另一位具有印发权限的编辑'],
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
    expect(can(person('editor'), action, { madeBy: ['x'] }).allowed).toBe(false)
  })

  test('binds these two rights and no other', () => {
    const bound = actions.filter(
      (action) =>
        can(person('editor', both), action).allowed && !can(person('editor', both), action, { madeBy: ['u'] }).allowed,
    )
    expect(bound).toEqual(['proposal.release', 'notice.issue'])
  })
})
