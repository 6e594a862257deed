import 'server-only'
import { eq } from 'drizzle-orm'
import { record } from '@/db/audit'
import { db } from '@/db/client'
import { secondFactors, settings } from '@/db/schema'
import { noteTry, refuseSpent } from '@/lib/auth/limits/limits'
import { factorOf, newFactorSecret, newRecoveryCodes, phoneKey, usedBy } from '@/lib/auth/second-factor'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import type { Settings } from '@/lib/domain/office/settings'
import type { Viewer } from '@/lib/domain/people/policy'
import { demandsCode } from '@/lib/domain/people/second-factor'
import { isPowerful } from '@/lib/domain/people/three-hands'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { existing } from './inner/existing'
import { dropFactor } from './inner/factor'
import { confirmOwn } from './inner/own-password'
import { proposeFor } from './inner/requests'

const WRONG = '动态码不正确。请核对手机的时间，等下一个再试。'

/** How a person's own second factor stands. */
export type OwnFactor = {
  since: number | null
  /** What the phone needs, while it is begun and not switched on. */
  phone: { key: string; rows: boolean[][] } | null
  recoveryLeft: number
  demanded: boolean
}

export async function ownFactor(viewer: Viewer): Promise<OwnFactor> {
  authorize(viewer, 'factor.keep')
  const row = await factorOf(db(), viewer.userId)
  const [decided] = await db().select().from(settings).where(eq(settings.name, 'sign_in.second_factor'))
  return {
    since: row?.confirmedAt ?? null,
    phone: row && row.confirmedAt === null ? phoneKey(row, viewer.login) : null,
    recoveryLeft: row ? (JSON.parse(row.recovery) as string[]).length : 0,
    demanded: demandsCode(decided?.value as Settings['sign_in.second_factor'], viewer),
  }
}

/** Makes a fresh key for the phone, after the own password; it is asked for at sign-in once a code of it was typed. */
export async function beginFactor(viewer: Viewer, input: { current: string }, arrival: Arrival): Promise<void> {
  authorize(viewer, 'factor.keep')
  await confirmOwn(viewer, input.current, arrival.at)
  await write(viewer, 'factor.keep', arrival, 'begin', async (tx) => {
    const row = await factorOf(tx, viewer.userId)
    if (row?.confirmedAt) throw new Fault('conflict', '动态码已经启用。')
    const fresh = { secret: newFactorSecret(), begunAt: arrival.at, confirmedAt: null, lastStep: 0, recovery: '[]' }
    await tx
      .insert(secondFactors)
      .values({ userId: viewer.userId, ...fresh })
      .onConflictDoUpdate({ target: secondFactors.userId, set: fresh })
    await record(tx, viewer.userId, { verb: 'factor.begin', subject: viewer.userId, detail: {} }, arrival.at)
  })
}

/** Switches it on with the first code. Gives the recovery codes, which are shown this once and stored nowhere. */
export async function confirmFactor(viewer: Viewer, input: { code: string }, arrival: Arrival): Promise<string[]> {
  authorize(viewer, 'factor.keep')
  await refuseSpent('code', viewer.userId)
  const { codes, recovery } = newRecoveryCodes(viewer.userId)
  let written = false
  try {
    await write(viewer, 'factor.keep', arrival, 'confirm', async (tx) => {
      const row = await factorOf(tx, viewer.userId)
      if (!row || row.confirmedAt) throw new Fault('conflict', '动态码已经启用，或尚未开始设置。请刷新页面。')
      const used = usedBy(row, input.code, arrival.at)
      if (used?.by !== 'code') throw new Fault('invalid', WRONG, { code: WRONG })
      const set = { ...used.change, confirmedAt: arrival.at, recovery }
      await tx.update(secondFactors).set(set).where(eq(secondFactors.userId, viewer.userId))
      await record(tx, viewer.userId, { verb: 'factor.switch_on', subject: viewer.userId, detail: {} }, arrival.at)
      written = true
    })
  } catch (error) {
    if (error instanceof Fault && error.code === 'invalid') await noteTry('code', viewer.userId)
    throw error
  }
  if (!written) throw new Fault('conflict', '恢复码已经显示过一次，不再显示。没有记下的，请停用后重新启用。')
  return codes
}

/** Switches it off, after the own password; where the office demands it, another one must then be set. */
export async function dropOwnFactor(viewer: Viewer, input: { current: string }, arrival: Arrival): Promise<void> {
  authorize(viewer, 'factor.keep')
  await confirmOwn(viewer, input.current, arrival.at)
  await write(viewer, 'factor.keep', arrival, 'off', async (tx) => {
    await tx.delete(secondFactors).where(eq(secondFactors.userId, viewer.userId))
    await record(tx, viewer.userId, { verb: 'factor.switch_off', subject: viewer.userId, detail: {} }, arrival.at)
  })
}

/** Takes away the second factor of who has lost the phone; of who has a right, once another administrator agrees. */
export async function resetFactor(
  viewer: Viewer,
  input: { id: string; current: string },
  arrival: Arrival,
): Promise<{ login: string; waits: boolean }> {
  authorize(viewer, 'factor.reset', { madeBy: [input.id] })
  if (viewer.role !== 'operator') await confirmOwn(viewer, input.current, arrival.at)
  return write(viewer, 'factor.reset', arrival, { id: input.id }, async (tx) => {
    const user = await existing(tx, input.id)
    if (!(await factorOf(tx, user.id))) throw new Fault('conflict', '该账号没有启用动态码。')
    const waits = viewer.role === 'operator' || isPowerful(user)
    if (waits) await proposeFor(tx, viewer, 'factor', user, arrival.at)
    else await dropFactor(tx, viewer, user.id, arrival.at)
    return { login: user.login, waits }
  })
}
