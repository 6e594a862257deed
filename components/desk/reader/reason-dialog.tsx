'use client'
import dynamic from 'next/dynamic'
import { Dialog } from '@/components/ui/dialog'
import type { Result } from '@/lib/domain/base/result'
import type { Reason } from '@/lib/domain/desk/reason'
import type { ReadingItem } from './types'

type Props = {
  userId: string
  verb: 'send_back' | 'not_used'
  item: ReadingItem
  reasons: readonly Reason[]
  send: (fields: Record<string, string>) => Promise<Result>
  onClose: () => void
}

/** Comes behind the desk, not with it: what people write in is a third as much script again. */
export const loadReasonAnswer = async () => (await import('./reason-answer')).ReasonAnswer
const ReasonAnswer = dynamic(loadReasonAnswer)

const TITLES = { send_back: '退回', not_used: '定为未采用' } as const

/** 退回 and 未采用 of the item that is open. */
export function ReasonDialog({ item, ...props }: Props) {
  const title = TITLES[props.verb]
  return (
    <Dialog title={title} about={item.title} onClose={props.onClose}>
      <ReasonAnswer {...props} title={title} item={item} />
    </Dialog>
  )
}
