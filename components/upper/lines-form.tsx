'use client'
import type { FormEvent } from 'react'
import { Actions } from '@/components/ui/actions'
import { Empty } from '@/components/ui/empty'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { NumberedList } from '@/components/ui/list'
import type { FormAction, Result } from '@/lib/domain/base/result'
import { Line, type LineProps } from './line'

/** What became of a ticked line. */
type Outcome = { lineId: string; position: number; done: boolean; words: string; asks?: true }

/** `blocked`: why another has to post them. */
type Props = {
  action: FormAction
  formKey: string
  listId: string
  lines: readonly LineProps[]
  blocked: string | null
}

/** The open lines of a list: tick, choose, confirm once. Stays when none is left, so that what it did stays said. */
export function LinesForm({ action, formKey, listId, lines, blocked }: Props) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <Outcomes result={result} />
          <input type="hidden" name="listId" value={listId} />
          {lines.length === 0 ? (
            <Empty>这份清单没有待核对的条目。</Empty>
          ) : (
            <>
              <NumberedList id="field-ticks" onChange={tickWithChoice}>
                {lines.map((line) => (
                  <Line key={line.id} line={line} listId={listId} asks={asks(result, line.id)} />
                ))}
              </NumberedList>
              <Actions stay className="mt-4">
                <p className="flex-1 min-w-[16em] text-sm text-second">
                  {blocked ?? '只登记打勾的；没有打勾的留在清单中，来了新的信息再比对。'}
                </p>
                {blocked === null && <SendButton>登记勾选的各条</SendButton>}
              </Actions>
            </>
          )}
        </>
      )}
    </ActionForm>
  )
}

const outcomesOf = (result: Result) => (result.status === 'done' ? (result.data as readonly Outcome[]) : [])

const asks = (result: Result, id: string) => outcomesOf(result).some((one) => one.lineId === id && one.asks === true)

function Outcomes({ result }: { result: Result }) {
  const outcomes = outcomesOf(result)
  return (
    <DoneNote result={result}>
      <ul>
        {outcomes.map(({ lineId, position, done, words }) => (
          <li key={lineId}>
            第{position}条{done ? '' : '没有登记'}：{words}
          </li>
        ))}
      </ul>
    </DoneNote>
  )
}

/** Whoever chooses an item for a line means to post it; without scripts one ticks it oneself. */
function tickWithChoice({ target, currentTarget }: FormEvent<HTMLOListElement>): void {
  const [, id] = /^(?:item|ref)-(.+)$/.exec((target as HTMLInputElement).name) ?? []
  const tick = id && currentTarget.querySelector<HTMLInputElement>(`[name="tick-${id}"]`)
  if (tick) tick.checked = true
}
