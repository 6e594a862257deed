import { LastCheck } from '@/components/office/audit-verdict'
import { Duties } from '@/components/office/duties'
import { lastCheck } from '@/lib/data/office/verify'
import type { Viewer } from '@/lib/domain/people/policy'

/** The auditor's home: what the newest check of the log found, before all else. */
export async function auditorHome(viewer: Viewer) {
  const check = await lastCheck(viewer)
  return (
    <Duties role={viewer.role}>
      <LastCheck check={check} />
    </Duties>
  )
}
