'use client'
import { Empty } from '@/components/ui/empty'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { Link } from '@/components/ui/link'
import { List } from '@/components/ui/list'
import { adoptionInWords } from '@/lib/domain/adoptions/adoption'
import type { Kind } from '@/lib/domain/adoptions/kinds'
import type { FormAction } from '@/lib/domain/base/result'
import { chineseDateTime, quarterOfDay } from '@/lib/domain/time/quarter'

type Proposal = {
  id: string
  itemId: string
  title: string
  unit: string
  kind: Kind
  adoptedOn: string
  publication: string | null
  issueNo: string | null
  evidence: string | null
  proposedAt: number
  by: string
  own: boolean
}

type Props = {
  proposals: readonly (Proposal & { releaseKey: string; dropKey: string })[]
  mayRelease: boolean
  release: FormAction
  drop: FormAction
}

/** 待发布: each proposal with what it says, who made it and what can be done with it. */
export function ProposalList({ proposals, mayRelease, release, drop }: Props) {
  if (proposals.length === 0) return <Empty>没有待发布的采用建议。启用发布后，编辑提出的建议列在这里。</Empty>
  return (
    <List>
      {proposals.map((proposal) => (
        <li key={proposal.id}>
          <p>
            <Link kind="quiet" href={`/desk/${proposal.itemId}`}>
              {proposal.title}
            </Link>
          </p>
          <p className="text-sm text-second">
            {proposal.unit} · {adoptionInWords({ ...proposal, quarter: quarterOfDay(proposal.adoptedOn) })}
            {proposal.evidence && `；依据：${proposal.evidence}`} · {proposal.by} {chineseDateTime(proposal.proposedAt)}{' '}
            提出
          </p>
          <div className="flex flex-wrap items-center gap-2 mt-2">
            {mayRelease && !proposal.own && (
              <Way action={release} formKey={proposal.releaseKey} id={proposal.id} words="发布" primary />
            )}
            {(mayRelease || proposal.own) && (
              <Way
                action={drop}
                formKey={proposal.dropKey}
                id={proposal.id}
                words={proposal.own ? '撤回建议' : '不予发布'}
              />
            )}
            {mayRelease && proposal.own && (
              <span className="text-sm text-second">自己提出的，由另一位具有发布权限的编辑发布。</span>
            )}
            {!mayRelease && !proposal.own && <span className="text-sm text-second">由具有发布权限的编辑发布。</span>}
          </div>
        </li>
      ))}
    </List>
  )
}

type WayProps = { action: FormAction; formKey: string; id: string; words: string; primary?: boolean }

function Way({ action, formKey, id, words, primary }: WayProps) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <input type="hidden" name="proposalId" value={id} />
          {result.status !== 'done' && (
            <SendButton kind={primary ? 'primary' : 'plain'} small>
              {words}
            </SendButton>
          )}
        </>
      )}
    </ActionForm>
  )
}
