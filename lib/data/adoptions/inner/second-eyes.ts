import 'server-only'
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { settings } from '@/db/schema'
import { SETTINGS } from '@/lib/domain/office/settings'
import type { Viewer } from '@/lib/domain/people/policy'

/** Whether the office wants a second pair of eyes on every adoption. */
export async function mustBeReleased(tx: Database): Promise<boolean> {
  const [row] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.name, 'desk.second_eyes'))
  return (row?.value ?? SETTINGS['desk.second_eyes'][0]) === 'on'
}

/** Whether what this editor grades waits for another who may release it. */
export async function onlyProposes(tx: Database, viewer: Viewer): Promise<boolean> {
  return !viewer.mayRelease && (await mustBeReleased(tx))
}
