import 'server-only'
import type { Arrival } from '@/lib/domain/base/arrival'
import type { Viewer } from '@/lib/domain/people/policy'
import type { ProposalInput } from '@/lib/schemas/adoptions'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { decide, dropped, waitingOne } from './inner/propose'
import { recordAdoption } from './inner/record'

/** Makes an adoption of a proposal. Whoever proposed it doesn't release it. */
export function releaseProposal(
  viewer: Viewer,
  { proposalId, told }: ProposalInput,
  arrival: Arrival,
): Promise<{ adoptionId: string }> {
  return write(viewer, 'proposal.release', arrival, { proposalId }, async (tx) => {
    authorize(viewer, 'proposal.release')
    const proposal = await waitingOne(tx, proposalId)
    const origin = { proposedBy: [proposal.proposedBy], told }
    authorize(viewer, 'proposal.release', { madeBy: origin.proposedBy })
    const { itemId, kind, adoptedOn, publication, issueNo, evidence } = proposal
    const texts = { publication: publication ?? '', issueNo: issueNo ?? '', evidence: evidence ?? '' }
    const { id } = await recordAdoption(tx, viewer, { id: itemId, kind, adoptedOn, ...texts }, arrival.at, origin)
    await decide(tx, viewer, proposal, { state: 'released', adoptionId: id, at: arrival.at })
    return { adoptionId: id }
  })
}

/** Drops a proposal: whoever may release any, and everybody their own. */
export function dropProposal(
  viewer: Viewer,
  { proposalId }: ProposalInput,
  arrival: Arrival,
): Promise<{ itemId: string }> {
  return write(viewer, 'proposal.drop', arrival, { proposalId }, async (tx) => {
    authorize(viewer, 'proposal.drop')
    const proposal = await waitingOne(tx, proposalId)
    if (proposal.proposedBy !== viewer.userId) authorize(viewer, 'proposal.release')
    return dropped(tx, viewer, proposal, arrival.at)
  })
}
