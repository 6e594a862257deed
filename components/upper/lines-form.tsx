'use client'
import type { FormEvent } from 'react'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import type { FormAction, Result } from '@/lib/domain/base/result'
import { type Quarter, quarterName } from '@/lib/domain/time/quarter'
import type { Candidate } from '@/lib/domain/upper/matching'
import type { UpperLine } from '@/lib/domain/upper/upper'
import { lineInWords } from './line-words'

/** An open line with the items that it may mean; `late` names the quarter in which it would score as 补录. */
export type LineProps = UpperLine & {
  id: string
  position: number
  certain: boolean
  late: Quarter | null
  candidates: readonly (Candidate & { recorded: boolean })[]
}

/** What became of a ticked line. */
type Outcome = { lineId: string; position: number; done: boolean; words: string }

type Props = { action: FormAction; formKey: string; listId: string; lines: readonly LineProps[] }

/** The open lines of a list: tick, choose, confirm once. Stays when none is left, so that what it did stays said. */
export function LinesForm({ action, formKey, listId, lines }: Props) {
  return (
    <ActionForm action={action} formKey={formKey} className="upper-lines">
      {(result) => (
        <>
          <Outcomes result={result} />
          <input type="hidden" name="listId" value={listId} />
          {lines.length === 0 ? (
            <p className="empty">这份清单没有待核对的条目。</p>
          ) : (
            <>
              <ol id="field-ticks" onChange={tickWithChoice}>
                {lines.map((line) => (
                  <Line key={line.id} line={line} listId={listId} />
                ))}
              </ol>
              <div className="confirm-bar">
                <SendButton>登记勾选的各条</SendButton>
                <span>只登记打勾的；没有打勾的留在清单中，来了新的信息再比对。</span>
              </div>
            </>
          )}
        </>
      )}
    </ActionForm>
  )
}

function Line({ line, listId }: { line: LineProps; listId: string }) {
  const { id, position, title, certain, late, candidates } = line
  const sign = certain ? 'certain' : candidates.length > 0 ? 'open' : 'none'
  return (
    <li value={position}>
      <div className="upper-said">
        <label>
          <input type="checkbox" name={`tick-${id}`} defaultChecked={certain} aria-describedby={`said-${id}`} />
          <strong>{title}</strong>
        </label>
        <p id={`said-${id}`}>
          {lineInWords(line)}
          {late && <em>该季度通报已印发，登记后作为补录计入{quarterName(late)}。</em>}
        </p>
        <a href={`/upper/${listId}?drop=${id}#drop`} aria-label={`剔除第${position}条`}>
          剔除
        </a>
      </div>
      <fieldset>
        <legend data-sign={sign}>
          <span className="sr-only">第{position}条：</span>
          {SIGNS[sign]}
        </legend>
        {candidates.map(({ item, words, recorded }, i) => (
          <div key={item.id}>
            <label>
              <input type="radio" name={`item-${id}`} value={item.id} defaultChecked={certain && i === 0} />
              {item.title}
            </label>
            <p>
              <a href={`/desk/${item.id}`} target="_blank" rel="noreferrer">
                {item.ref}
              </a>
              ，{item.unit}；{words}
              {recorded && '；已有相同的采用记录'}
            </p>
          </div>
        ))}
        <label>
          {candidates.length > 0 ? '另填编号' : '填写编号'}
          <input name={`ref-${id}`} autoComplete="off" maxLength={40} />
        </label>
      </fieldset>
    </li>
  )
}

const SIGNS = {
  certain: '建议登记到第一条',
  open: '请选定信息',
  none: '没有相近的信息',
} as const

function Outcomes({ result }: { result: Result }) {
  const outcomes = result.status === 'done' ? (result.data as readonly Outcome[]) : []
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
