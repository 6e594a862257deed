import 'server-only'
import { newestBackup } from '@/db/backup'
import { spaceHere } from '@/db/space'
import { type Reminder, remindersOf } from '@/lib/domain/office/reminders'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'

/** How much room the server has and when it was last backed up, and what of it there is to see to. */
export async function serverState(
  viewer: Viewer,
): Promise<{ reminders: Reminder[]; free: number; total: number; backup: number | null }> {
  authorize(viewer, 'server.read')
  const { free, total } = await spaceHere()
  const backup = newestBackup()
  return { reminders: remindersOf({ clock: false, free, total, backup }, Date.now()), free, total, backup }
}
