'use client'
import { memo } from 'react'
import { AttachmentList } from '@/components/items/attachment-list'
import { EarlierVersions, History } from '@/components/items/history'
import { Paragraphs } from '@/components/items/item-reading'
import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
import { State } from '@/components/ui/state'
import { adoptionInWords } from '@/lib/domain/adoptions/adoption'
import { quarterOfDay } from '@/lib/domain/time/quarter'
import { ItemFacts } from '../facts'
import { standing } from '../words'
import type { ReadingItem } from './types'

/** An opened item as it is read: what it says, who sent it, what became of it. */
export const Pane = memo(function Pane({ item, query }: { item: ReadingItem; query: string }) {
  const { sign, words } = standing(item.state, item.adoptions, item.notUsed, item.ref)
  return (
    <article className="[&_section_h2]:text-base">
      <p className="flex flex-wrap gap-x-4 text-sm text-second">
        {item.unit} <State sign={sign}>{words}</State>
        <span className="ml-auto">
          <Link kind="quiet" href={`/desk/${item.id}${query}`}>
            办理页
          </Link>
        </span>
      </p>
      <h2 aria-live="polite" className="mt-1 max-w-[36em]">
        {item.title}
      </h2>
      {(item.adoptions.length > 0 || item.proposals.length > 0) && (
        <Note tone="done" small className="mt-2">
          <ul aria-label="采用">
            {item.adoptions.map((adoption) => (
              <li key={adoption.id}>
                {adoptionInWords(adoption)}
                {adoption.evidence && `；依据：${adoption.evidence}`}
              </li>
            ))}
            {item.proposals.map((proposal) => (
              <li key={proposal.id}>
                待发布：{adoptionInWords({ ...proposal, quarter: quarterOfDay(proposal.adoptedOn) })}（{proposal.by}{' '}
                提出）
              </li>
            ))}
          </ul>
        </Note>
      )}
      <Paragraphs text={item.body} />
      <AttachmentList itemId={item.id} attachments={item.attachments} />
      <ItemFacts item={item} body={item.body} />
      <div className="mt-6 text-sm">
        <EarlierVersions versions={item.versions} now={item} />
        <History events={item.history} small />
      </div>
    </article>
  )
})
