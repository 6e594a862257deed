import 'server-only'
import { forgetHead, noteHead, writeAnchors } from '@/db/anchors'
import { record } from '@/db/audit'
import { bindAll, transaction } from '@/db/client'
import { renewAuditKey } from '@/db/key'
import { Fault } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { verifyLog } from './verify'

const NAMED = 50

/**
 * Accepts what a verification finds, after a lawful restore or the loss of the key: one entry names it, by whom at the
 * server and why, and binds every row anew. The break stays in the log and is told for ever; what breaks later is a
 * finding again, in what was accepted too. A trigger that is gone is put back, not accepted.
 */
export async function acceptBreaks(
  viewer: Viewer,
  { reason, newKey }: { reason: string; newKey: boolean },
  at = Date.now(),
): Promise<{ count: number; former: string | null }> {
  authorize(viewer, 'audit.accept')
  const former = newKey ? renewAuditKey(at) : null
  const { findings, standing, accesses } = await verifyLog(viewer)
  if (findings.some(({ kind }) => kind === 'trigger_missing'))
    throw new Fault('conflict', '数据库中缺少防止改动的触发器，须先恢复，不能认定。请用未被改动的备份恢复数据库。')
  if (findings.length === 0) throw new Fault('conflict', '没有发现不一致，无须认定。')
  const count = findings.length
  const accepts = { reason, count, findings: findings.slice(0, NAMED), newKey, ...standing }
  // The anchors know a longer log, or one under another key: from here on the head is what it is now.
  for (const log of ['audit', 'access'] as const) forgetHead(log)
  await transaction(async (tx) => {
    await bindAll(tx)
    await record(tx, viewer.userId, { verb: 'audit.baseline', subject: 'accepted', detail: { accepts } }, at)
  })
  noteHead(accesses, false, 'access')
  writeAnchors()
  return { count, former }
}
