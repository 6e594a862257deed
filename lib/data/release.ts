import 'server-only'
import { eq } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import { settings } from '@/db/schema'
import type { Viewer } from '@/lib/domain/policy'
import { SETTINGS } from '@/lib/domain/settings'
import { demand } from './demand'

/** Whether the office wants a second pair of eyes on every adoption. */
export async function mustBeReleased(tx: Database): Promise<boolean> {
  const [row] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.name, 'desk.release'))
  return (row?.value ?? SETTINGS['desk.release'][0]) === 'on'
}

/** Whether what this editor grades waits for another who may release it. */
export async function onlyProposes(tx: Database, viewer: Viewer): Promise<boolean> {
  return !viewer.mayRelease && (await mustBeReleased(tx))
}

/** The same for a page. */
export async function proposesAtDesk(viewer: Viewer): Promise<boolean> {
  demand(viewer, 'desk.read')
  return onlyProposes(db(), viewer)
}
