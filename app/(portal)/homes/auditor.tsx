import { LastCheck } from '@/components/office/audit-verdict'
import { Duties } from '@/components/office/duties'
import { WaitingNote } from '@/components/people/waiting-note'
import { lastCheck } from '@/lib/data/office/verify'
import { waitingCounts } from '@/lib/data/people/requests'
import type { Viewer } from '@/lib/domain/people/policy'

/** The auditor's home: what the newest check of the log found, before all else. */
export async function auditorHome(viewer: Viewer) {
  const [check, waiting] = await Promise.all([lastCheck(viewer), waitingCounts(viewer)])
  return (
    <Duties role={viewer.role}>
      <LastCheck check={check} />
      {waiting.own > 0 && <WaitingNote {...waiting} />}
    </Duties>
  )
}
