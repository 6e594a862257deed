import 'server-only'
import type { Arrival } from '@/lib/domain/base/arrival'
import type { Viewer } from '@/lib/domain/people/policy'
import type { GradeInput, RevokeInput } from '@/lib/schemas/adoptions'
import { write } from '../core/write'
import { recordAdoption, recordRevocation } from './inner/record'

/** Records an adoption of an item; it scores in the quarter of its day, or in the open one when that was issued. Gives its id. */
export function grade(
  viewer: Viewer,
  { told, ...input }: GradeInput & { told?: string[] },
  arrival: Arrival,
): Promise<{ adoptionId: string }> {
  return write(viewer, 'item.grade', arrival, input, async (tx) => {
    const { id } = await recordAdoption(tx, viewer, input, arrival.at, { told })
    return { adoptionId: id }
  })
}

/** Revokes an adoption by a record of its own, with the reason. */
export function revokeAdoption(viewer: Viewer, input: RevokeInput, arrival: Arrival): Promise<{ itemId: string }> {
  return write(viewer, 'item.revoke', arrival, input, (tx) => recordRevocation(tx, viewer, input, arrival.at))
}
