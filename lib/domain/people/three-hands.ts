import { type Action, ROLES, type Role } from './policy'

/** What an account may, on which the hands that give it depend. */
export type Powers = { role: Role; mayRelease: boolean; mayIssue: boolean }

const ADMINISTRATORS: readonly Role[] = ['system_admin', 'security_admin', 'audit_admin']

/** True for an administrator, and for an editor with a right on top of the role: no single hand makes or wakes one. */
export function isPowerful({ role, mayRelease, mayIssue }: Powers): boolean {
  return ADMINISTRATORS.includes(role) || mayRelease || mayIssue
}

/** Whether a change gives a right that was not there before; taking one away asks for no second hand. */
export function gains(before: Powers, after: Powers): boolean {
  if (ADMINISTRATORS.includes(after.role)) return after.role !== before.role
  return (after.mayRelease && !before.mayRelease) || (after.mayIssue && !before.mayIssue)
}

/** The right that agreeing asks for: the security administrator's, but about a security administrator the auditor's. */
export function rightToGrant(...powers: readonly Powers[]): Extract<Action, `account.grant${string}`> {
  return powers.some(({ role }) => role === 'security_admin') ? 'account.grant_security' : 'account.grant'
}

const NEEDED: readonly { words: string; has: (powers: Powers) => boolean }[] = [
  ...ADMINISTRATORS.map((role) => ({ words: ROLES[role], has: (powers: Powers) => powers.role === role })),
  { words: '具有印发权限的编辑', has: ({ mayIssue }) => mayIssue },
]

/**
 * Why an account can't be disabled (`after` is null) or become something else: it is the last in use of a kind that the
 * office can't do without. Null when nothing stands in the way. `standing`: all accounts in use.
 */
export function lastOfKind(
  standing: readonly (Powers & { id: string })[],
  id: string,
  after: Powers | null,
): string | null {
  const lost = NEEDED.find(({ has }) => {
    const all = standing.filter(has)
    return all.length === 1 && all[0]?.id === id && !(after && has(after))
  })
  return lost ? `这是在用的最后一名${lost.words}，不能停用，也不能改任；请先增加一名。` : null
}

/** What may be asked of a second administrator. */
export const REQUESTS = {
  add: '添加账号',
  change: '改任',
  reset: '重置密码',
  enable: '启用账号',
  factor: '重置动态码',
} as const

export type RequestKind = keyof typeof REQUESTS

/** Something about an account that waits for a second administrator. */
export type AccountRequest = Powers & {
  id: string
  kind: RequestKind
  login: string
  name: string
  unit: string | null
  /** What the account is now; null for one that is to be made. */
  before: (Powers & { name: string; login: string; unit: string | null }) | null
  proposedBy: string
  proposedAt: number
  /** Whether agreeing gives a new first password to hand out. */
  slip: boolean
  /** Whether this viewer asked, who may withdraw it. */
  mine: boolean
  /** Why this viewer does not decide it, saying who does; null when it is this viewer's. */
  notDecided: string | null
}

/** What an account is and may, in words: "编辑（可印发通报）". */
export function powersInWords({ role, mayRelease, mayIssue }: Powers): string {
  const rights = [mayRelease && '可发布采用结果', mayIssue && '可印发通报'].filter(Boolean)
  return rights.length > 0 ? `${ROLES[role]}（${rights.join('、')}）` : ROLES[role]
}
