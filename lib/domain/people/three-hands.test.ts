import { expect, test } from 'vitest'
import { type Action, can, POLICY, type Role } from './policy'
import { person } from './testing'
import { gains, isPowerful, lastOfKind, type Powers, powersInWords, rightToGrant } from './three-hands'

const actions = Object.keys(POLICY) as Action[]

const powers = (role: Role, over: Partial<Powers> = {}): Powers => ({
  role,
  mayRelease: false,
  mayIssue: false,
  ...over,
})

test('administrators and rights of editors take a second hand; clerks, signers, readers and bare editors do not', () => {
  const roles: Role[] = ['clerk', 'signer', 'editor', 'reader', 'system_admin', 'security_admin', 'audit_admin']
  expect(roles.filter((role) => isPowerful(powers(role)))).toEqual(['system_admin', 'security_admin', 'audit_admin'])
  expect(isPowerful(powers('editor', { mayIssue: true }))).toBe(true)
  expect(isPowerful(powers('editor', { mayRelease: true }))).toBe(true)
})

test('a change takes a second hand when it gives something, never when it takes away', () => {
  const issuer = powers('editor', { mayIssue: true })
  expect(gains(powers('editor'), issuer)).toBe(true)
  expect(gains(issuer, powers('editor', { mayIssue: true, mayRelease: true }))).toBe(true)
  expect(gains(issuer, powers('editor'))).toBe(false)
  expect(gains(issuer, issuer)).toBe(false)
  expect(gains(powers('system_admin'), powers('audit_admin'))).toBe(true)
  expect(gains(powers('system_admin'), powers('system_admin'))).toBe(false)
  expect(gains(powers('audit_admin'), powers('clerk'))).toBe(false)
})

test('the security administrator agrees, and the auditor to whatever is about a security administrator', () => {
  expect(rightToGrant(powers('editor', { mayIssue: true }))).toBe('account.grant')
  expect(rightToGrant(powers('audit_admin'))).toBe('account.grant')
  expect(rightToGrant(powers('security_admin'))).toBe('account.grant_security')
  expect(rightToGrant(powers('security_admin'), powers('editor', { mayIssue: true }))).toBe('account.grant_security')
})

test('the last of a kind that the office needs stays; a second one frees it', () => {
  const only = [
    { id: 'a', ...powers('system_admin') },
    { id: 'b', ...powers('security_admin') },
    { id: 'c', ...powers('audit_admin') },
    { id: 'd', ...powers('editor', { mayIssue: true }) },
    { id: 'e', ...powers('clerk') },
  ]
  for (const id of ['a', 'b', 'c', 'd']) {
    expect(lastOfKind(only, id, null)).toContain('最后一名')
    expect(lastOfKind(only, id, powers('reader'))).toContain('最后一名')
  }
  expect(lastOfKind(only, 'd', powers('editor'))).toContain('具有印发权限的编辑')
  expect(lastOfKind(only, 'd', powers('editor', { mayIssue: true, mayRelease: true }))).toBeNull()
  expect(lastOfKind(only, 'e', null)).toBeNull()
  expect(lastOfKind([...only, { id: 'f', ...powers('system_admin') }], 'a', null)).toBeNull()
})

test('what an account may, in words', () => {
  expect(powersInWords(powers('editor', { mayRelease: true, mayIssue: true }))).toBe(
    '编辑（可发布采用结果、可印发通报）',
  )
  expect(powersInWords(powers('reader'))).toBe('领导')
})

test('no hand holds two of the three administrations, and no administrator works on items', () => {
  const admins = ['system_admin', 'security_admin', 'audit_admin'] as const
  const own = (role: Role) =>
    actions.filter((action) => can(person(role), action).allowed && !can(person('reader'), action).allowed)
  // All three see the accounts, and two share the door to what waits: each request is one hand's alone.
  const shared: readonly Action[] = ['account.read', 'account.decide']
  const all = admins.flatMap(own).filter((action) => !shared.includes(action))
  expect(new Set(all).size).toBe(all.length)
  expect(all.filter((action) => action.startsWith('item.') || action.startsWith('desk.'))).toEqual([])
})
