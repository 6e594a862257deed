import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { ProposalList } from '@/components/desk/proposal-list'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { waitingProposals } from '@/lib/data/adoptions/proposals'
import { can } from '@/lib/domain/people/policy'
import { dropProposal, releaseProposal } from '../desk-actions'

export const metadata: Metadata = { title: '待发布' }

export default page('/desk/proposals', async ({ viewer }) => {
  const proposals = await waitingProposals(viewer)
  return (
    <Sheet>
      <p className="print:hidden">
        <Link kind="quiet" href="/desk">
          返回采编台
        </Link>
      </p>
      <PageHead title="待发布" />
      <ProposalList
        proposals={proposals.map((one) => ({ ...one, releaseKey: newFormKey(viewer), dropKey: newFormKey(viewer) }))}
        mayRelease={can(viewer, 'proposal.release').allowed}
        release={releaseProposal}
        drop={dropProposal}
      />
    </Sheet>
  )
})
