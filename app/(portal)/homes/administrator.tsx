import { headers } from 'next/headers'
import { ClockDoubt } from '@/components/office/clock-doubt'
import { ClockForm } from '@/components/office/clock-form'
import { Duties } from '@/components/office/duties'
import { ServerNotes } from '@/components/office/server-notes'
import { WaitingNote } from '@/components/people/waiting-note'
import { newFormKey } from '@/lib/auth/form-key'
import { clockOff } from '@/lib/auth/request'
import { clockDoubt } from '@/lib/data/office/clock'
import { serverState } from '@/lib/data/office/server'
import { waitingCounts } from '@/lib/data/people/requests'
import { can, type Viewer } from '@/lib/domain/people/policy'
import { confirmClock } from '../(office)/actions'

/**
 * The home of the system and the security administrator: what waits for a second hand, and of the system administrator what the
 * server needs, before all else.
 */
export async function administratorHome(viewer: Viewer, now: number) {
  const waiting = await waitingCounts(viewer)
  return (
    <Duties role={viewer.role}>
      <WaitingNote {...waiting} />
      {can(viewer, 'server.read').allowed && <Server viewer={viewer} now={now} />}
    </Duties>
  )
}

async function Server({ viewer, now }: { viewer: Viewer; now: number }) {
  const off = clockOff(await headers())
  const [doubt, server] = await Promise.all([clockDoubt(viewer, off), serverState(viewer)])
  return (
    <>
      {doubt && (
        <ClockDoubt {...doubt} now={now} since={off?.since ?? null}>
          <ClockForm userId={viewer.userId} action={confirmClock} formKey={newFormKey(viewer)} drift={doubt.drift} />
        </ClockDoubt>
      )}
      <ServerNotes {...server} />
    </>
  )
}
