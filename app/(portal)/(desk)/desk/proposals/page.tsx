import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { ProposalList } from '@/components/desk/proposal-list'
import '@/components/desk/desk.css'
import { page } from '@/lib/action/page'
import { waitingProposals } from '@/lib/data/adoptions/proposals'
import { can } from '@/lib/domain/people/policy'
import { dropProposal, releaseProposal } from '../desk-actions'

export const metadata: Metadata = { title: '待发布' }

export default page('/desk/proposals', async ({ viewer }) => {
  const proposals = await waitingProposals(viewer)
  return (
    <div className="sheet">
      <p className="no-print">
        <a href="/desk">返回采编台</a>
      </p>
      <h1>待发布</h1>
      <ProposalList
        proposals={proposals.map((one) => ({ ...one, releaseKey: randomUUID(), dropKey: randomUUID() }))}
        mayRelease={can(viewer, 'proposal.release').allowed}
        release={releaseProposal}
        drop={dropProposal}
      />
    </div>
  )
})
