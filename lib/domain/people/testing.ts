import { type Person, ROLES, type Role } from './policy'

/** For tests only: every role, in the order of the policy. */
export const EVERY_ROLE = Object.keys(ROLES) as Role[]

/** A person of a role, of the unit `own` if the role belongs to one, with no right beyond the role. */
export function person(role: Role, over: Partial<Person> = {}): Person {
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
