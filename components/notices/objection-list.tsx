import type { ReactNode } from 'react'
import { List } from '@/components/ui/list'
import { Note } from '@/components/ui/note'
import { State } from '@/components/ui/state'
import { chineseDateTime } from '@/lib/domain/time/quarter'

export type ObjectionWords = {
  id: string
  unit: string
  figure: string
  printed: string
  said: string
  raisedByName: string
  raisedAt: number
  outcome: 'kept' | 'changed' | null
  answer: string | null
  answeredByName: string | null
  answeredAt: number | null
}

const OUTCOMES = { kept: '维持原计数', changed: '已更改计数' } as const

/** The objections with their answers; what is still open carries what `children` gives for it. */
export function ObjectionList({
  objections,
  children,
}: {
  objections: readonly ObjectionWords[]
  children: (id: string) => ReactNode
}) {
  return (
    <List>
      {objections.map((o) => (
        <li key={o.id}>
          <div className="grid gap-2 py-2">
            <p className="font-semibold">
              {o.unit}：{o.figure}（提出时计 {o.printed} 条）
            </p>
            <p className="whitespace-pre-line">{o.said}</p>
            <p className="text-sm text-second">
              {o.raisedByName}，{chineseDateTime(o.raisedAt)}
            </p>
            {o.answeredAt === null ? (
              <>
                <p>
                  <State sign="waits">待答复</State>
                </p>
                {children(o.id)}
              </>
            ) : (
              <Note>
                <p className="font-semibold">答复：{o.outcome && OUTCOMES[o.outcome]}</p>
                <p className="whitespace-pre-line">{o.answer}</p>
                <p className="text-sm text-second">
                  {o.answeredByName}，{chineseDateTime(o.answeredAt)}
                </p>
              </Note>
            )}
          </div>
        </li>
      ))}
    </List>
  )
}
