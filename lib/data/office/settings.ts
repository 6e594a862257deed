import 'server-only'
import { eq } from 'drizzle-orm'
import { record } from '@/db/audit'
import { db } from '@/db/client'
import { settings } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { SETTINGS, type SecureSetting, type Setting, type Settings } from '@/lib/domain/office/settings'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { write } from '../core/write'

/** What the office has decided about the portal; where it has not, what holds without a decision. */
export async function settingsOf(viewer: Viewer): Promise<Settings> {
  authorize(viewer, 'figures.read')
  const chosen = new Map<string, string>((await db().select().from(settings)).map(({ name, value }) => [name, value]))
  const entries = Object.entries(SETTINGS).map(([name, values]) => [
    name,
    values.find((value) => value === chosen.get(name)) ?? values[0],
  ])
  return Object.fromEntries(entries) as Settings
}

/** Decides a setting; with the audit entry of what it was and is. Saying the same again changes nothing. */
export function changeSetting(viewer: Viewer, input: Setting, arrival: Arrival): Promise<Setting> {
  return decide(viewer, 'setting.change', input, arrival)
}

/** The same of what guards the portal itself, which the security administrator decides. */
export function secureSetting(viewer: Viewer, input: SecureSetting, arrival: Arrival): Promise<SecureSetting> {
  return decide(viewer, 'setting.secure', input, arrival)
}

function decide<S extends Setting | SecureSetting>(
  viewer: Viewer,
  right: 'setting.change' | 'setting.secure',
  input: S,
  arrival: Arrival,
): Promise<S> {
  return write(viewer, right, arrival, input, async (tx) => {
    authorize(viewer, right)
    const { name, value } = input
    const [was] = await tx.select().from(settings).where(eq(settings.name, name))
    if ((was?.value ?? SETTINGS[name][0]) === value) return input
    const row = { name, value, setBy: viewer.userId, setAt: arrival.at }
    await tx.insert(settings).values(row).onConflictDoUpdate({ target: settings.name, set: row })
    const detail = { from: was?.value ?? SETTINGS[name][0], to: value }
    await record(tx, viewer.userId, { verb: 'setting.change', subject: name, detail }, arrival.at)
    return input
  })
}
