import type { Kind } from '../adoptions/kinds'
import type { ReasonVerb } from '../desk/reason'
import type { InstructionLevel } from '../items/instruction'
import type { OwnFigure } from '../notices/own-figure'
import type { Role } from '../people/policy'
import type { RequestKind } from '../people/three-hands'
import type { RuleChange } from '../rules/simulation'
import type { Quarter } from '../time/quarter'
import type { DropReason } from '../upper/upper'
import type { AuditFilter } from './audit-filter'
import type { Category } from './category'
import type { Acceptance, Finding } from './finding'

/** A digest of what a person wrote: the log holds facts and digests, never the text itself. */
export type Digest = string

type AccountRights = { mayRelease?: boolean; mayIssue?: boolean }
type AccountFacts = { login: string; name: Digest; role: Role; unit: string | null } & AccountRights
type Nothing = Record<string, never>
type OfUnit = { unit: string }
type Files = { attached?: string[]; detached?: string[] }
type Written = { version: number; text: Digest; unclassified: boolean } & Files
type Drafted = { quarter: Quarter; version: number; digest: Digest }
type Numbered = { year: number; issueNo: number; day: string }
type RuleValues = { points: number; choice: string | null; source: Digest | null }

/** What the log records, and what an entry of each kind holds. */
export type AuditDetails = {
  'item.save': Written
  'item.submit': OfUnit & Written & { ref: string }
  'item.number': OfUnit & { ref: string; submittedAt: number }
  'item.withdraw': OfUnit & { reason?: Digest }
  'item.send_back': OfUnit & { reason?: Digest }
  'item.grade': OfUnit & { adoption: string; kind: Kind; adoptedOn: string; quarter: Quarter; source: Digest } & {
    evidence?: Digest
    sharers?: number
    with?: readonly string[]
    text?: string | null
  }
  'item.join': OfUnit & { units: string[] }
  'item.revoke': OfUnit & { adoption: string; kind: Kind; reason: Digest }
  'item.propose': OfUnit & { proposal: string; kind: Kind; adoptedOn: string; source: Digest }
  'item.not_used': OfUnit & { reasonId: string | null; reason?: Digest }
  'item.duplicate': OfUnit & { of: string; reasonId: string | null; reason?: Digest }
  'item.reinstate': OfUnit & { from: 'duplicate' | 'not_used'; reason?: Digest }
  'proposal.release': { item: string; by: string; adoption: string }
  'proposal.drop': { item: string; by: string }
  'instruction.record': OfUnit & {
    instruction: string
    level: InstructionLevel
    givenOn: string
    quarter: Quarter
    words: Digest
  }
  'instruction.feedback': OfUnit & { instruction: string; feedbackOn: string; feedback: Digest }
  'instruction.revoke': OfUnit & { instruction: string; level: InstructionLevel; reason: Digest }
  'isolation.isolate': OfUnit & { isolation: string; attachment: string | null; reason: Digest; rows: number }
  'isolation.lift': OfUnit & { isolation: string; reason: Digest; rows: number }
  'isolation.purge': OfUnit & { isolation: string; instruction: Digest; rows: number; files: string[] }
  'reason.keep': { verb: ReasonVerb; position: number; retired: boolean; words: Digest }
  'view.keep': { everybody: boolean; text: Digest }
  'view.drop': { everybody: boolean }
  'focus.write': { words: Digest }
  'commission.ask': { deadline: number; units: string[]; words: Digest }
  'commission.close': { unanswered: string[]; quarter: Quarter | null }
  'commission.answer': OfUnit & { item: string; late: boolean }
  'upper.receive': { lines: number; kind: Kind }
  'upper.drop': { list: string; reason: DropReason }
  'upper.change': { list: string; kind: Kind; adoptedOn: string; words: Digest }
  'upper.date': { lines: number; adoptedOn: string }
  'text.make': { items: string[]; text: Digest }
  'text.merge': { items: string[]; text: Digest }
  'text.save': { version: number; text: Digest }
  'text.add': { item: string }
  'text.move': { item: string; way: 'up' | 'down' }
  'text.remove': { item: string }
  'text.read': { item: string }
  'text.drop': Nothing
  'text.restore': Nothing
  'text.grade': { kinds: Kind[]; adoptedOn: string; sharers: number; adoptions: string[] }
  'publication.keep': { kind: Kind; position: number; retired: boolean; words: Digest }
  'edition.start': Numbered & { publication: string }
  'edition.change': Numbered
  'edition.pick': { texts: string[] }
  'edition.move': { text: string; way: 'up' | 'down' }
  'edition.remove': { text: string }
  'edition.drop': Nothing
  'edition.release': {
    publication: string
    kind: Kind
    day: string
    issueNo: number
    adoptions: string[]
    stood?: string[]
  }
  'notice.open': { quarter: Quarter; corrects: string | null; reason: Digest }
  'notice.write': Drafted
  'notice.confirm': Drafted
  'notice.drop': Drafted
  'notice.propose': Drafted
  'notice.take_back': Drafted
  'notice.issue': { quarter: Quarter; digest: Digest; faults: number; despite: Digest; corrects: string | null }
  'suggestion.keep': { retired: boolean; digest: Digest }
  'objection.open': { closesAt: number }
  'objection.raise': OfUnit & { quarter: Quarter; figure: OwnFigure; said: Digest }
  'objection.answer': OfUnit & { quarter: Quarter; outcome: 'kept' | 'changed'; answer: Digest }
  'simulation.save': { quarter: Quarter; changes: readonly RuleChange[]; name: Digest }
  'past.import': { units: number; items: number; figures: Digest; source: Digest }
  'rule.write': { category: Category; validFrom: Quarter; publication?: Digest; from?: RuleValues; to: RuleValues }
  'rule.drop': { category: Category; validFrom: Quarter; publication?: Digest; from: RuleValues }
  'level.add': { formed: boolean; position: number }
  'level.drop': { formed: boolean; position: number }
  'setting.change': { from: string; to: string }
  'clock.confirm': { drift: number; numbered: number; reason: Digest }
  'account.add': { login: string; role: Role; unit: string | null } & AccountRights
  'account.change': { from: AccountFacts; to: AccountFacts }
  'account.propose': { request: string; kind: RequestKind; login: string; role: Role } & AccountRights
  'account.grant': { request: string; kind: RequestKind; by: string; login: string; role: Role } & AccountRights
  'account.refuse': { request: string; kind: RequestKind; by: string; login: string }
  'account.withdraw': { request: string; kind: RequestKind; login: string }
  'account.disable': Nothing
  'account.enable': Nothing
  'account.reset': Nothing
  'account.renew_sample': { accounts: string[] }
  'password.change': Nothing
  'password.refused': Nothing
  'factor.begin': Nothing
  'factor.switch_on': Nothing
  'factor.switch_off': Nothing
  'factor.reset': Nothing
  'session.code_refused': { address: string }
  'session.sign_in': { address: string; by?: 'code' | 'recovery' }
  /** Written by earlier versions; today strangers' tries are summed up in the access log. */
  'session.refused': { login: Digest; address: string; count: number }
  'session.sign_out': Nothing
  'session.end': { user: string }
  'session.end_own': Nothing
  'data.import': { files: Record<string, { sha256: string; changed: number; unchanged: number }> }
  'data.export': { files: Record<string, { sha256: string; rows: number }> }
  'data.mark': { value: string }
  'data.write': Nothing
  'audit.baseline': { accepts?: Acceptance }
  'audit.export': { filter: AuditFilter; log?: 'access' }
  /** The access log was kept long enough up to a line, whose hash the next one follows. */
  'audit.prune': { log: 'access'; until: number; hash: string; lines: number }
  'audit.cut': { seq: number; until: number; log?: 'access' }
  'audit.verify': { entries: number; rows: number; findings: number; first: Finding | null } & {
    accepted?: number
    accesses?: { seq: number; hash: string }
  }
}

export type AuditVerb = keyof AuditDetails

/** What was tried and refused. */
export const REFUSED_VERBS: readonly AuditVerb[] = ['session.refused', 'session.code_refused', 'password.refused']

/** How entries of earlier versions call what is called otherwise today: what was written in the log stays as it is. */
export const FORMER_VERBS = {
  'issue.start': 'edition.start',
  'issue.change': 'edition.change',
  'issue.pick': 'edition.pick',
  'issue.move': 'edition.move',
  'issue.remove': 'edition.remove',
  'issue.drop': 'edition.drop',
  'issue.release': 'edition.release',
} as const satisfies Record<string, AuditVerb>

export type StoredVerb = AuditVerb | keyof typeof FORMER_VERBS

/** What a stored entry is called today. */
export function verbOfToday(verb: StoredVerb): AuditVerb {
  return verb in FORMER_VERBS ? FORMER_VERBS[verb as keyof typeof FORMER_VERBS] : (verb as AuditVerb)
}
