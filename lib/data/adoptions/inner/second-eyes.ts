import 'server-only'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { settings } from '@/db/schema'
import { SETTINGS } from '@/lib/domain/office/settings'
import { type AdoptedSubject, can, type Viewer } from '@/lib/domain/people/policy'

/** How many eyes the office wants on an adoption, with those who proposed this one: what the policy judges it by. */
export async function adoptedBy(tx: Database, madeBy: AdoptedSubject['madeBy']): Promise<AdoptedSubject> {
  const name = 'desk.second_eyes'
  const [row] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.name, name))
  const secondEyes = SETTINGS[name].find((value) => value === row?.value) ?? SETTINGS[name][0]
  return { secondEyes, madeBy }
}

/** Whether the office wants a second pair of eyes on any adoption. */
export async function mustBeReleased(tx: Database): Promise<boolean> {
  return (await adoptedBy(tx, [])).secondEyes !== 'off'
}

/** Whether what this editor grades waits for another who may release it. */
export async function onlyProposes(tx: Database, viewer: Viewer): Promise<boolean> {
  return !can(viewer, 'item.grade', await adoptedBy(tx, [viewer.userId])).allowed
}
