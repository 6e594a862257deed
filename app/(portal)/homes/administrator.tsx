import { Duties } from '@/components/office/duties'
import { WaitingNote } from '@/components/people/waiting-note'
import { waitingCounts } from '@/lib/data/people/requests'
import type { Viewer } from '@/lib/domain/people/policy'

/** The home of the system and the security administrator: what waits for a second hand, before all else. */
export async function administratorHome(viewer: Viewer) {
  const waiting = await waitingCounts(viewer)
  return (
    <Duties role={viewer.role}>
      <WaitingNote {...waiting} />
    </Duties>
  )
}
