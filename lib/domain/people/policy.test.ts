import { describe, expect, test } from 'vitest'
import { ACCOUNT_ROLES, type Action, can, type ItemSubject, POLICY, type Role, UNIT_ROLES } from './policy'
import { EVERY_ROLE, person } from './testing'

const actions = Object.keys(POLICY) as Action[]

const received: ItemSubject = { unitId: 'own', state: 'received', submitted: true }

describe('the policy', () => {
  test('who may do what: a change of right is a change of this table', () => {
    const may = (role: Role) => actions.filter((action) => can(person(role), action).allowed)
    const people = EVERY_ROLE.filter((role) => role !== 'visitor')
    const everyone = actions.filter((action) => people.every((role) => may(role).includes(action)))
    const own = EVERY_ROLE.map((role) => [role, may(role).filter((action) => !everyone.includes(action))])
    expect({ everyone, ...Object.fromEntries(own), visitor: may('visitor') }).toMatchInlineSnapshot(`
      {
        "audit_admin": [
          "account.read",
          "account.decide",
          "account.grant_security",
          "audit.read",
          "audit.verify",
        ],
        "clerk": [
          "item.list",
          "item.read",
          "item.save",
          "item.submit",
          "item.withdraw",
          "focus.read",
          "commission.read",
          "commission.answer",
          "objection.read",
          "objection.raise",
        ],
        "editor": [
          "item.read",
          "item.send_back",
          "item.grade",
          "item.join",
          "item.revoke",
          "item.not_used",
          "item.duplicate",
          "item.reinstate",
          "reason.keep",
          "instruction.record",
          "focus.read",
          "focus.write",
          "commission.read",
          "commission.ask",
          "upper.read",
          "upper.post",
          "publication.read",
          "publication.keep",
          "edition.compose",
          "edition.release",
          "text.read",
          "text.grade",
          "text.edit",
          "proposal.drop",
          "view.keep",
          "desk.read",
          "notice.preview",
          "notice.write",
          "notice.confirm",
          "notice.propose",
          "suggestion.keep",
          "objection.open",
          "objection.read",
          "objection.answer",
          "simulation.read",
          "simulation.save",
          "past.import",
        ],
        "everyone": [
          "home.read",
          "figures.read",
          "notice.read",
          "notice.verify",
          "check.run",
          "factor.keep",
          "session.read_own",
          "session.end_own",
          "session.sign_out",
          "password.change",
        ],
        "operator": [
          "notice.preview",
          "past.import",
          "account.read",
          "account.add",
          "account.reset",
          "factor.reset",
          "audit.verify",
          "audit.accept",
          "data.import",
          "data.export",
        ],
        "reader": [
          "item.read",
          "focus.read",
          "commission.read",
          "publication.read",
          "notice.preview",
          "objection.read",
          "simulation.read",
          "simulation.save",
        ],
        "security_admin": [
          "setting.secure",
          "account.read",
          "account.decide",
          "account.grant",
          "isolation.isolate",
          "isolation.end",
          "session.read",
          "session.end",
        ],
        "signer": [
          "item.list",
          "item.read",
          "focus.read",
          "commission.read",
          "objection.read",
          "objection.raise",
        ],
        "system_admin": [
          "server.read",
          "clock.confirm",
          "account.read",
          "account.add",
          "account.change",
          "account.disable",
          "account.enable",
          "account.reset",
          "factor.reset",
          "account.withdraw",
        ],
        "visitor": [
          "figures.read",
          "notice.verify",
        ],
      }
    `)
  })

  test('every action that someone may not do says why', () => {
    for (const role of EVERY_ROLE) {
      for (const action of actions) {
        const verdict = can(person(role), action)
        if (!verdict.allowed) expect(verdict.reason, `${role} ${action}`).toMatch(/。$/)
      }
    }
  })

  test('before the first password is changed, nothing is possible but changing it and leaving', () => {
    for (const role of EVERY_ROLE.filter((r) => r !== 'visitor')) {
      const newcomer = person(role, { mustChangePassword: true })
      expect(actions.filter((action) => can(newcomer, action).allowed)).toEqual(['session.sign_out', 'password.change'])
      expect(can(newcomer, 'figures.read')).toEqual({
        allowed: false,
        reason: '请先修改密码：初始密码和到期的密码，须修改后才能使用其他功能。',
      })
    }
  })

  test('issuing, writing the rules and deciding who may look are rights of the account, on top of the role', () => {
    for (const action of [
      'notice.issue',
      'setting.change',
      'rule.write',
      'rule.drop',
      'level.add',
      'level.drop',
    ] as const) {
      expect(can(person('editor'), action).allowed).toBe(false)
      expect(can(person('editor', { mayIssue: true }), action).allowed).toBe(true)
      expect(can(person('reader', { mayIssue: true }), action).allowed).toBe(false)
    }
  })

  test("a clerk writes only the own unit's items", () => {
    for (const action of ['item.save', 'item.submit', 'item.withdraw'] as const) {
      expect(can(person('clerk'), action, received).allowed).toBe(true)
      expect(can(person('clerk'), action, { ...received, unitId: 'foreign' })).toMatchObject({
        allowed: false,
        reason: expect.stringContaining('只有本单位经办人员可以'),
      })
      expect(can(person('clerk', { unitId: null }), action, received).allowed).toBe(false)
    }
  })

  test('an account has a role of the office or of a unit, never that of the command line or of a visitor', () => {
    expect(EVERY_ROLE.filter((role) => !(ACCOUNT_ROLES as readonly Role[]).includes(role))).toEqual([
      'operator',
      'visitor',
    ])
    expect(UNIT_ROLES).toEqual(['clerk', 'signer'])
  })

  test('an action on an item out of reach is not allowed, whatever the role', () => {
    const draft: ItemSubject = { unitId: 'own', state: 'draft', submitted: false }
    const reason = '该信息不在您的查看范围内。'
    expect(can(person('editor'), 'item.grade', draft)).toEqual({ allowed: false, reason })
    expect(can(person('reader'), 'item.read', { ...received, state: 'withdrawn' }).allowed).toBe(false)
  })
})
