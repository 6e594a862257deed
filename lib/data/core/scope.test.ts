import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { commissions, commissionUnits, items } from '@/db/schema'
import { operator } from '@/lib/auth/viewer'
import { type ItemState, STATES } from '@/lib/domain/items/item'
import { ROLES, type Role, reaches, type Viewer } from '@/lib/domain/people/policy'
import { directly, someone, world } from '@/lib/testing/world'
import { subjectOf } from './load'
import { commissionScope, itemScope, scopeOfNamed } from './scope'

const stored = (Object.keys(STATES) as ItemState[]).flatMap((state) =>
  ['dept', 'dept2'].flatMap((unitId) =>
    [null, Date.parse('2026-05-05')].map((submittedAt) => {
      const id = randomUUID()
      return { id, ref: id, unitId, state, submittedAt, title: '', body: '', version: 1, createdAt: 0, updatedAt: 0 }
    }),
  ),
)
const viewers = new Map<string, Viewer>()

beforeAll(async () => {
  await world()
  await directly((tx) => tx.insert(items).values(stored))
  for (const role of Object.keys(ROLES) as Role[]) {
    if (role === 'operator') viewers.set(role, operator())
    else viewers.set(role, await someone(role, { unitId: ['clerk', 'signer'].includes(role) ? 'dept' : null }))
  }
  viewers.set('clerk without a unit', await someone('clerk'))
  viewers.set('editor of a unit', await someone('editor', { unitId: 'dept' }))
})

test.each([...Object.keys(ROLES), 'clerk without a unit', 'editor of a unit'])(
  'what SQL shows is what the policy reaches, for every state of own and foreign items: %s',
  async (name) => {
    const viewer = viewers.get(name)
    if (!viewer) throw new Error(name)
    const reached = stored.filter((row) => reaches(viewer, subjectOf(row))).map((row) => row.id)
    for (const scope of [itemScope, scopeOfNamed]) {
      const rows = await db().select({ id: items.id }).from(items).where(scope(viewer))
      expect(rows.map((row) => row.id).sort(), scope.name).toEqual(reached.sort())
    }
  },
)

test('a commission exists for the units that it asks, for the office and for leadership; for nobody else', async () => {
  const asked = (id: string, unitIds: string[]) =>
    directly(async (tx) => {
      await tx.insert(commissions).values({
        ...{ id, topic: '样例约稿', words: '', deadline: 1, askedAt: 0 },
        askedBy: (viewers.get('editor') as Viewer).userId,
      })
      await tx.insert(commissionUnits).values(unitIds.map((unitId) => ({ commissionId: id, unitId })))
    })
  await asked('own', ['dept', 'town'])
  await asked('foreign', ['dept2'])
  const seen = async (name: string) => {
    const rows = await db()
      .select({ id: commissions.id })
      .from(commissions)
      .where(commissionScope(viewers.get(name) as Viewer))
    return rows.map(({ id }) => id).sort()
  }
  for (const name of ['editor', 'reader']) expect(await seen(name), name).toEqual(['foreign', 'own'])
  for (const name of ['clerk', 'signer']) expect(await seen(name), name).toEqual(['own'])
  for (const name of ['clerk without a unit', 'system_admin', 'security_admin', 'audit_admin', 'operator', 'visitor'])
    expect(await seen(name), name).toEqual([])
})
