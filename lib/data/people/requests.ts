import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { record } from '@/db/audit'
import { type Database, db } from '@/db/client'
import { accountRequests, units, users } from '@/db/schema'
import { firstPassword, hashPassword } from '@/lib/auth/passwords'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import { can, ROLES, reasonOf, type Viewer } from '@/lib/domain/people/policy'
import {
  type AccountRequest,
  isPowerful,
  type Powers,
  type RequestKind,
  rightToGrant,
} from '@/lib/domain/people/three-hands'
import type { DecideInput } from '@/lib/schemas/people'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { existing } from './inner/existing'
import { dropFactor } from './inner/factor'
import { confirmOwn } from './inner/own-password'
import { type RequestRow, waitingRequest } from './inner/requests'
import { refuseLast, refuseTaken } from './inner/roster'
import { shownOnce } from './inner/shown-once'
import { insertAccount, replacePassword, type UserRow, updateAccount } from './inner/write-account'
import type { Slip } from './slip'

/** What waits, oldest first, for all administrators to see. */
export async function waitingRequests(viewer: Viewer): Promise<AccountRequest[]> {
  authorize(viewer, 'account.read')
  const [proposer, unitNow] = [alias(users, 'proposer'), alias(units, 'unit_now')]
  const rows = await db()
    .select({ request: accountRequests, user: users, by: proposer.name, unit: units.name, unitNow: unitNow.name })
    .from(accountRequests)
    .leftJoin(users, eq(users.id, accountRequests.userId))
    .leftJoin(proposer, eq(proposer.id, accountRequests.proposedBy))
    .leftJoin(units, eq(units.id, accountRequests.unitId))
    .leftJoin(unitNow, eq(unitNow.id, users.unitId))
    .where(eq(accountRequests.state, 'waiting'))
    .orderBy(asc(accountRequests.proposedAt))
  return rows.map(({ request, user, by, unit, unitNow: now }) => {
    const { id, kind, login, name, role, mayRelease, mayIssue, proposedAt } = request
    const before = user && { ...powersOf(user), name: user.name, login: user.login, unit: now }
    const notDecided = reasonOf(can(viewer, rightFor(request, user), { madeBy: handsOf(request) }))
    const proposedBy = by ?? ROLES.operator
    const about = { id, kind, login, name, role, mayRelease, mayIssue, unit, before }
    return {
      ...about,
      proposedBy,
      proposedAt,
      slip: givesSlip(kind, user),
      mine: request.proposedBy === viewer.userId,
      notDecided,
    }
  })
}

/** How many requests wait, and how many of them for this viewer. */
export async function waitingCounts(viewer: Viewer): Promise<{ all: number; own: number }> {
  const requests = await waitingRequests(viewer)
  return { all: requests.length, own: requests.filter(({ notDecided }) => notDecided === null).length }
}

/** Takes back what one asked for oneself, while nobody has decided it. */
export function withdrawRequest(viewer: Viewer, input: { id: string }, arrival: Arrival): Promise<{ login: string }> {
  return write(viewer, 'account.withdraw', arrival, input, async (tx) => {
    authorize(viewer, 'account.withdraw')
    const { id, kind, login, userId, proposedBy } = await waitingRequest(tx, input.id)
    if (proposedBy !== viewer.userId) throw new Fault('forbidden', '只有提出申请的人可以撤回。')
    const set = { state: 'withdrawn', decidedBy: viewer.userId, decidedAt: arrival.at } as const
    await tx.update(accountRequests).set(set).where(eq(accountRequests.id, id))
    const detail = { request: id, kind, login }
    await record(tx, viewer.userId, { verb: 'account.withdraw', subject: userId ?? id, detail }, arrival.at)
    return { login }
  })
}

/**
 * Agrees to a request or not, after the decider's own password. Where it sets a first password, who agrees gives out the
 * slip: it is shown to nobody else.
 */
export async function decideRequest(viewer: Viewer, input: DecideInput, arrival: Arrival): Promise<Slip> {
  authorize(viewer, 'account.decide')
  await confirmOwn(viewer, input.current, arrival.at)
  const password = firstPassword()
  const passwordHash = await hashPassword(password)
  const { id, verb } = input
  return shownOnce(password, (done) =>
    write(viewer, 'account.decide', arrival, { id, verb }, async (tx) => {
      const request = await waitingRequest(tx, id)
      const user = request.userId === null ? null : await existing(tx, request.userId)
      authorize(viewer, rightFor(request, user), { madeBy: handsOf(request) })
      const sets = verb === 'grant' && givesSlip(request.kind, user)
      if (verb === 'grant') await WORK[request.kind](tx, viewer, { request, user, passwordHash }, arrival.at)
      await tx
        .update(accountRequests)
        .set({ state: verb === 'grant' ? 'granted' : 'refused', decidedBy: viewer.userId, decidedAt: arrival.at })
        .where(eq(accountRequests.id, id))
      await noteDecision(tx, viewer, request, verb, arrival.at)
      if (sets) done()
      return { login: request.login, sets }
    }),
  )
}

type Decided = { request: RequestRow; user: UserRow | null; passwordHash: string }
type Work = (tx: Database, viewer: Viewer, decided: Decided, at: number) => Promise<void>

/** What agreeing does. A request other than to add has its account: the database holds it to one. */
const WORK: Record<RequestKind, Work> = {
  async add(tx, viewer, { request, passwordHash }, at) {
    await refuseTaken(tx, request.login, request.id)
    await insertAccount(tx, viewer, request, { passwordHash, mustChange: true }, at)
  },
  async change(tx, viewer, { request, user, passwordHash }, at) {
    if (!user) return
    await refuseTaken(tx, request.login, user.id)
    if (!user.disabled) await refuseLast(tx, user.id, request)
    await updateAccount(tx, viewer, user, request, at)
    if (givesSlip('change', user))
      await replacePassword(tx, user, { passwordHash, mustChange: true }, at, viewer.userId)
  },
  async reset(tx, viewer, { user, passwordHash }, at) {
    if (!user) return
    await replacePassword(tx, user, { passwordHash, mustChange: true }, at, viewer.userId)
    await record(tx, viewer.userId, { verb: 'account.reset', subject: user.id, detail: {} }, at)
  },
  async factor(tx, viewer, { user }, at) {
    if (user) await dropFactor(tx, viewer, user.id, at)
  },
  async enable(tx, viewer, { user }, at) {
    if (!user) return
    const sessionVersion = user.sessionVersion + 1
    await tx.update(users).set({ disabled: false, sessionVersion }).where(eq(users.id, user.id))
    await record(tx, viewer.userId, { verb: 'account.enable', subject: user.id, detail: {} }, at)
  },
}

/**
 * Whether whoever agrees hands out a new first password: an account that had no right got its last one from one
 * administrator alone, who may know it.
 */
function givesSlip(kind: RequestKind, user: Powers | null): boolean {
  return kind === 'add' || kind === 'reset' || (kind === 'change' && user !== null && !isPowerful(user))
}

async function noteDecision(
  tx: Database,
  viewer: Viewer,
  request: RequestRow,
  verb: DecideInput['verb'],
  at: number,
): Promise<void> {
  const { id, kind, proposedBy: by, login, role, mayRelease, mayIssue } = request
  const subject = request.userId ?? id
  const detail = { request: id, kind, by, login }
  if (verb === 'refuse') return record(tx, viewer.userId, { verb: 'account.refuse', subject, detail }, at)
  return record(
    tx,
    viewer.userId,
    { verb: 'account.grant', subject, detail: { ...detail, role, mayRelease, mayIssue } },
    at,
  )
}

function rightFor(request: RequestRow, user: UserRow | null) {
  return rightToGrant(request, ...(user ? [user] : []))
}

/** Nobody agrees to what they asked themselves, nor to what is about them. */
function handsOf({ proposedBy, userId }: RequestRow): (string | null)[] {
  return [proposedBy, userId]
}

function powersOf({ role, mayRelease, mayIssue }: UserRow): Powers {
  return { role, mayRelease, mayIssue }
}
