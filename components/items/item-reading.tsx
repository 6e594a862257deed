import type { ReactNode } from 'react'
import { Facts } from '@/components/ui/facts'
import { List } from '@/components/ui/list'
import { Reading } from '@/components/ui/reading'
import { Section } from '@/components/ui/section'
import { State as Standing } from '@/components/ui/state'
import { adoptionInWords } from '@/lib/domain/adoptions/adoption'
import type { Attachment } from '@/lib/domain/attachments/attachment'
import { ITEM_TYPES, type ItemState, type ItemType, STATES } from '@/lib/domain/items/item'
import { numberInWords } from '@/lib/domain/items/number'
import { chineseDate, chineseDateTime } from '@/lib/domain/time/quarter'
import { AttachmentList } from './attachment-list'
import { type AdoptionWords, SIGNS } from './words'

export type ItemWords = {
  id: string
  ref: string
  unit: string
  title: string
  body: string
  state: ItemState
  type: string | null
  eventDay: string | null
  author: string | null
  phone: string | null
  signer: string | null
  submittedAt: number | null
}

type Props = {
  item: ItemWords
  attachments: readonly Attachment[]
  adoptions: readonly AdoptionWords[]
  /** What the office decided about it, with the reason. */
  verdict: string | null
}

/** An item as it is read: what it is, what it says, what became of it. */
export function ItemReading({ item, attachments, adoptions, verdict }: Props) {
  const state = <Standing sign={SIGNS[item.state]}>{STATES[item.state]}</Standing>
  const facts: [string, ReactNode][] = [
    ['单位', item.unit],
    ['编号', numberInWords(item.ref)],
    ['状态', state],
    ['报送时间', item.submittedAt === null ? '尚未报送' : chineseDateTime(item.submittedAt)],
    ['信息类型', item.type ? ITEM_TYPES[item.type as ItemType] : '未填'],
    ['事件日期', item.eventDay ? chineseDate(item.eventDay) : '未填'],
    ['撰稿人', item.author ?? '未填'],
    ['联系电话', item.phone ?? '未填'],
    ['签发人', item.signer ?? '未填'],
  ]
  return (
    <>
      <h1 className="mb-4 wrap-anywhere">{item.title || '（未填标题）'}</h1>
      <Facts facts={facts} ruled />
      <Paragraphs text={item.body} />
      <AttachmentList itemId={item.id} attachments={attachments} />
      <Section title="采用情况">
        {adoptions.length === 0 ? (
          <p className="text-second">
            {verdict ??
              (item.state === 'received'
                ? '已接收，尚未被采用。采用后，采用类别、日期和刊物将列在这里。'
                : '没有采用记录。')}
          </p>
        ) : (
          <List kind="plain">
            {adoptions.map((adoption) => (
              <li key={adoption.id}>{adoptionInWords(adoption)}</li>
            ))}
          </List>
        )}
      </Section>
    </>
  )
}

/** What was typed line by line stands as paragraphs. */
export function Paragraphs({ text }: { text: string }) {
  if (text.trim() === '') return <p className="mt-6 text-second">（未填正文）</p>
  return (
    <div className="mt-6">
      <Reading text={text} indent />
    </div>
  )
}
