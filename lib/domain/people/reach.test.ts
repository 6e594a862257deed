import { expect, test } from 'vitest'
import { type ItemState, STATES } from '../items/item'
import { type Role, reaches } from './policy'
import { EVERY_ROLE, person } from './testing'

test('reach: a unit sees its own, the office what left its unit, leadership what counts, administrators nothing', () => {
  const moments: [ItemState, boolean][] = [
    ['draft', false],
    ['awaiting_signoff', false],
    ['received', true],
    ['sent_back', true],
    ['withdrawn', true],
    ['duplicate', true],
  ]
  expect(moments.map(([state]) => state)).toEqual(Object.keys(STATES))
  const seen = (role: Role, unitId: string) =>
    moments.flatMap(([state, submitted]) =>
      reaches(person(role), { unitId, state, submitted }) ? [STATES[state]] : [],
    )
  const table = Object.fromEntries(
    EVERY_ROLE.map((role) => [role, { own: seen(role, 'own').join(' '), foreign: seen(role, 'foreign').join(' ') }]),
  )
  expect(table).toMatchInlineSnapshot(`
    {
      "audit_admin": {
        "foreign": "",
        "own": "",
      },
      "clerk": {
        "foreign": "",
        "own": "草稿 待审签 已接收 退回 撤回 重复",
      },
      "editor": {
        "foreign": "已接收 退回 撤回 重复",
        "own": "已接收 退回 撤回 重复",
      },
      "operator": {
        "foreign": "草稿 待审签 已接收 退回 撤回 重复",
        "own": "草稿 待审签 已接收 退回 撤回 重复",
      },
      "reader": {
        "foreign": "已接收",
        "own": "已接收",
      },
      "security_admin": {
        "foreign": "",
        "own": "",
      },
      "signer": {
        "foreign": "",
        "own": "草稿 待审签 已接收 退回 撤回 重复",
      },
      "system_admin": {
        "foreign": "",
        "own": "",
      },
      "visitor": {
        "foreign": "",
        "own": "",
      },
    }
  `)
})
