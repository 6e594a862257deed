import type { ItemState } from '../items/item'
import type { Settings } from '../office/settings'
import { EYES, NOT_OWN, ONLY } from './reasons'

/**
 * Roles, with their words on screen. `operator` is whoever runs commands on the server itself, `visitor` whoever opens
 * the ranking without an account, where the office has decided that it may be seen so; neither is ever an account's.
 */
export const ROLES = {
  clerk: '经办',
  signer: '分管负责同志',
  editor: '编辑',
  reader: '领导',
  system_admin: '系统管理员',
  security_admin: '安全管理员',
  audit_admin: '审计管理员',
  operator: '命令行',
  visitor: '来访者',
} as const

export type Role = keyof typeof ROLES

export type AccountRole = Exclude<Role, 'operator' | 'visitor'>

/** The roles that an account may have. */
export const ACCOUNT_ROLES = (Object.keys(ROLES) as Role[]).filter(
  (role): role is AccountRole => role !== 'operator' && role !== 'visitor',
)

/** The roles that belong to a unit. */
export const UNIT_ROLES: readonly Role[] = ['clerk', 'signer']

/** Whom the policy judges. */
export type Person = {
  userId: string
  login: string
  name: string
  role: Role
  unitId: string | null
  unitName: string | null
  mayRelease: boolean
  mayIssue: boolean
  mustChangePassword: boolean
  /** The office demands a second factor of this person, who has none yet. */
  mustSetCode?: boolean
  sessionId: string
}

declare const made: unique symbol

/** A person whose session was checked on this very request. Only lib/auth/viewer makes one. */
export type Viewer = Person & { readonly [made]: true }

/** What the policy asks of an item. `submitted`: it has left its unit at least once. */
export type ItemSubject = { unitId: string; state: ItemState; submitted: boolean }

/** What the policy asks of what one person makes and another lets out: through whose hands it went. */
export type MadeSubject = { madeBy: readonly (string | null)[] }

/** What the policy asks of an adoption that is to count: who proposed it, and how many eyes the office wants on it. */
export type AdoptedSubject = MadeSubject & { secondEyes: Settings['desk.second_eyes'] }

type Rule = {
  roles: readonly Role[]
  item?: 'own' | 'any'
  /** A right of the account's own, on top of its role. */
  needs?: 'mayIssue' | 'mayRelease'
  /** Four eyes: whoever made it may not, and is told this. */
  notOwn?: string
  /** Second eyes as the office decides: what is told to who may not release, and to who may but proposed it. */
  eyes?: { right: string; other: string }
  beforePasswordChange?: true
  /** May be done before a demanded second factor is set. */
  beforeCode?: true
  otherwise: string
}

const EVERYONE = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'visitor')
/** The closed list of what can be done, and by whom. What is not in it can't be done. */
export const POLICY = {
  'home.read': { roles: EVERYONE, otherwise: ONLY.person },
  'item.list': { roles: ['clerk', 'signer'], otherwise: '本页供报送单位使用。' },
  'item.read': { roles: ['clerk', 'signer', 'editor', 'reader'], item: 'any', otherwise: '您的角色不能查看信息正文。' },
  'item.save': { roles: ['clerk'], item: 'own', otherwise: ONLY.clerk },
  'item.submit': { roles: ['clerk'], item: 'own', otherwise: ONLY.clerk },
  'item.withdraw': { roles: ['clerk'], item: 'own', otherwise: '只有本单位经办人员可以撤回信息。' },
  'item.send_back': { roles: ['editor'], item: 'any', otherwise: ONLY.editor },
  'item.grade': { roles: ['editor'], item: 'any', eyes: EYES.item, otherwise: ONLY.editor },
  'item.join': { roles: ['editor'], item: 'any', otherwise: ONLY.editor },
  'item.revoke': { roles: ['editor'], item: 'any', otherwise: ONLY.editor },
  'item.not_used': { roles: ['editor'], item: 'any', otherwise: ONLY.editor },
  'item.duplicate': { roles: ['editor'], item: 'any', otherwise: ONLY.editor },
  'item.reinstate': { roles: ['editor'], item: 'any', otherwise: ONLY.editor },
  'reason.keep': { roles: ['editor'], otherwise: '办理原因由区政府办公室编辑维护。' },
  'instruction.record': { roles: ['editor'], otherwise: '批示由区政府办公室编辑登记。' },
  'focus.read': { roles: ['clerk', 'signer', 'editor', 'reader'], otherwise: '报送重点供报送单位和区政府办公室查看。' },
  'focus.write': { roles: ['editor'], otherwise: '报送重点由区政府办公室编辑发布。' },
  'commission.read': {
    roles: ['clerk', 'signer', 'editor', 'reader'],
    otherwise: '约稿供报送单位和区政府办公室查看。',
  },
  'commission.ask': { roles: ['editor'], otherwise: '约稿由区政府办公室编辑发出。' },
  'commission.answer': { roles: ['clerk'], otherwise: '约稿由被约单位的经办人员回复。' },
  'upper.read': { roles: ['editor'], otherwise: ONLY.upper },
  'upper.post': { roles: ['editor'], eyes: EYES.upper, otherwise: ONLY.upper },
  'publication.read': { roles: ['editor', 'reader'], otherwise: '刊物供区政府办公室编辑和领导查看。' },
  'publication.keep': { roles: ['editor'], otherwise: '刊物由区政府办公室编辑设定。' },
  'edition.compose': { roles: ['editor'], otherwise: '刊物由区政府办公室编辑编排。' },
  'edition.release': {
    roles: ['editor'],
    eyes: EYES.edition,
    otherwise: '刊物由区政府办公室编辑发刊。',
  },
  'text.read': { roles: ['editor'], otherwise: '编辑稿供区政府办公室编辑使用。' },
  'text.grade': {
    roles: ['editor'],
    eyes: EYES.text,
    otherwise: '编辑稿的采用由区政府办公室编辑登记。',
  },
  'text.edit': { roles: ['editor'], otherwise: '编辑稿由区政府办公室编辑改写。' },
  'proposal.release': {
    roles: ['editor'],
    needs: 'mayRelease',
    notOwn: NOT_OWN.proposal,
    otherwise: '只有具有发布权限的编辑可以发布采用建议。',
  },
  'proposal.drop': { roles: ['editor'], otherwise: ONLY.editor },
  'view.keep': { roles: ['editor'], otherwise: '采编台的视图由区政府办公室编辑保存。' },
  'view.share': { roles: ['editor'], needs: 'mayIssue', otherwise: '只有具有印发权限的编辑可以保存公用视图。' },
  'desk.read': { roles: ['editor'], otherwise: '采编台供区政府办公室编辑使用。' },
  'figures.read': { roles: [...EVERYONE, 'visitor'], otherwise: ONLY.person },
  'notice.read': { roles: EVERYONE, otherwise: ONLY.person },
  'notice.preview': { roles: ['editor', 'reader', 'operator'], otherwise: ONLY.previewer },
  'notice.write': { roles: ['editor'], otherwise: ONLY.writer },
  'notice.confirm': { roles: ['editor'], notOwn: NOT_OWN.paragraph, otherwise: ONLY.writer },
  'notice.propose': { roles: ['editor'], otherwise: ONLY.writer },
  'notice.verify': { roles: [...EVERYONE, 'visitor'], otherwise: ONLY.person },
  'notice.issue': { roles: ['editor'], needs: 'mayIssue', notOwn: NOT_OWN.notice, otherwise: ONLY.issuer },
  'suggestion.keep': { roles: ['editor'], otherwise: '下步建议由区政府办公室编辑维护。' },
  'objection.open': { roles: ['editor'], otherwise: '异议期由区政府办公室编辑设定。' },
  'objection.read': {
    roles: ['clerk', 'signer', 'editor', 'reader'],
    otherwise: '异议由报送单位提出，由区政府办公室答复。',
  },
  'objection.raise': { roles: ['clerk', 'signer'], otherwise: '异议由报送单位提出。' },
  'objection.answer': { roles: ['editor'], otherwise: '异议由区政府办公室编辑答复。' },
  'check.run': { roles: EVERYONE, otherwise: ONLY.person },
  'simulation.read': { roles: ['editor', 'reader'], otherwise: '试算供区政府办公室编辑和领导使用。' },
  'simulation.save': { roles: ['editor', 'reader'], otherwise: '试算供区政府办公室编辑和领导使用。' },
  'past.import': { roles: ['editor', 'operator'], otherwise: '历史数据由区政府办公室编辑录入。' },
  'rule.write': { roles: ['editor'], needs: 'mayIssue', otherwise: ONLY.ruler },
  'rule.drop': { roles: ['editor'], needs: 'mayIssue', otherwise: ONLY.ruler },
  'level.add': { roles: ['editor'], needs: 'mayIssue', otherwise: ONLY.ruler },
  'level.drop': { roles: ['editor'], needs: 'mayIssue', otherwise: ONLY.ruler },
  'setting.secure': { roles: ['security_admin'], otherwise: '登录要求由安全管理员设定。' },
  'setting.change': { roles: ['editor'], needs: 'mayIssue', otherwise: ONLY.issuer },
  'server.read': { roles: ['system_admin'], otherwise: '服务器的情况由系统管理员查看。' },
  'clock.confirm': { roles: ['system_admin'], otherwise: '服务器的时间由系统管理员确认。' },
  'account.read': {
    roles: ['system_admin', 'security_admin', 'audit_admin', 'operator'],
    otherwise: '账号由系统管理员管理。',
  },
  'account.add': { roles: ['system_admin', 'operator'], otherwise: ONLY.system },
  'account.change': { roles: ['system_admin'], notOwn: NOT_OWN.account, otherwise: ONLY.system },
  'account.disable': { roles: ['system_admin'], notOwn: NOT_OWN.account, otherwise: ONLY.system },
  'account.enable': { roles: ['system_admin'], notOwn: NOT_OWN.account, otherwise: ONLY.system },
  'account.reset': { roles: ['system_admin', 'operator'], notOwn: NOT_OWN.reset, otherwise: ONLY.system },
  'factor.keep': { roles: EVERYONE, beforeCode: true, otherwise: ONLY.person },
  'factor.reset': { roles: ['system_admin', 'operator'], notOwn: NOT_OWN.factor, otherwise: ONLY.system },
  'account.withdraw': { roles: ['system_admin'], otherwise: '账号申请由提出的系统管理员撤回。' },
  'account.decide': {
    roles: ['security_admin', 'audit_admin'],
    otherwise: '申请由安全管理员决定，关于安全管理员的由审计管理员决定。',
  },
  'account.grant': { roles: ['security_admin'], notOwn: NOT_OWN.grant, otherwise: '这项申请须由安全管理员决定。' },
  'account.grant_security': {
    roles: ['audit_admin'],
    notOwn: NOT_OWN.grantSecurity,
    otherwise: '关于安全管理员的申请须由审计管理员决定。',
  },
  'isolation.isolate': { roles: ['security_admin'], otherwise: ONLY.isolation },
  'isolation.end': { roles: ['security_admin'], otherwise: ONLY.isolation },
  'session.read': { roles: ['security_admin'], otherwise: ONLY.security },
  'session.end': { roles: ['security_admin'], otherwise: ONLY.security },
  'session.read_own': { roles: EVERYONE, otherwise: ONLY.person },
  'session.end_own': { roles: EVERYONE, otherwise: ONLY.person },
  'session.sign_out': { roles: EVERYONE, beforePasswordChange: true, otherwise: ONLY.person },
  'password.change': { roles: EVERYONE, beforePasswordChange: true, otherwise: ONLY.person },
  'audit.read': { roles: ['audit_admin'], otherwise: '只有审计管理员可以查看审计日志。' },
  'audit.verify': { roles: ['audit_admin', 'operator'], otherwise: '只有审计管理员可以校验审计日志。' },
  'audit.accept': { roles: ['operator'], otherwise: '不一致的认定在服务器上用命令进行。' },
  'data.import': { roles: ['operator'], otherwise: '数据导入在服务器上用命令进行。' },
  'data.export': { roles: ['operator'], otherwise: '数据导出在服务器上用命令进行。' },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof POLICY

/** What needs no session at all: everything else refuses a request without one. */
export const PUBLIC_DOORS = ['session.sign_in', 'health', 'notice.verify'] as const

export type Verdict = { allowed: true } | { allowed: false; reason: string }

/** Why somebody may not; null when they may. For pages that say so before anything is pressed. */
export function reasonOf(verdict: Verdict): string | null {
  return verdict.allowed ? null : verdict.reason
}

export type Subject = ItemSubject | MadeSubject | AdoptedSubject

/** Whether `person` may do `action` (to an item, or to what somebody made), and if not, why. */
export function can(person: Person, action: Action, subject?: Subject): Verdict {
  const rule: Rule = POLICY[action]
  const not = (reason: string): Verdict => ({ allowed: false, reason })
  if (person.mustChangePassword && !rule.beforePasswordChange)
    return not('请先修改密码：初始密码和到期的密码，须修改后才能使用其他功能。')
  if (person.mustSetCode && !rule.beforePasswordChange && !rule.beforeCode)
    return not('请先启用动态码：本单位要求您的账号登录时使用动态码，启用后才能使用其他功能。')
  if (!rule.roles.includes(person.role)) return not(rule.otherwise)
  if (rule.needs && !person[rule.needs]) return not(rule.otherwise)
  if (!subject) return { allowed: true }
  if ('secondEyes' in subject && rule.eyes && subject.secondEyes !== 'off') {
    if (!person.mayRelease) return not(rule.eyes.right)
    if (subject.secondEyes === 'all' && subject.madeBy.includes(person.userId)) return not(rule.eyes.other)
    return { allowed: true }
  }
  if ('madeBy' in subject)
    return rule.notOwn && subject.madeBy.includes(person.userId) ? not(rule.notOwn) : { allowed: true }
  if (rule.item === 'own' && subject.unitId !== person.unitId) return not(rule.otherwise)
  return reaches(person, subject) ? { allowed: true } : not('该信息不在您的查看范围内。')
}

/**
 * Whether an item exists for this person: a unit sees its own, the office what left its unit, leadership what counts.
 * lib/data/core/scope says the same in SQL; a test holds the two together.
 */
export function reaches(person: Person, item: ItemSubject): boolean {
  switch (person.role) {
    case 'clerk':
    case 'signer':
      return item.unitId === person.unitId
    case 'editor':
      return item.submitted
    case 'reader':
      return item.state === 'received'
    case 'operator':
      return true
    default:
      return false
  }
}
