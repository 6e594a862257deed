'use client'
import type { Kind } from '@/lib/domain/adoptions/kinds'
import { isKind } from '@/lib/domain/adoptions/kinds'
import type { DeskCommand, DeskKey } from '@/lib/domain/desk/keys'
import type { ActSaid, ActSource } from './use-acts'

type Props = {
  said: ActSaid
  source: ActSource
  today: string
  chosen: number
  /** Where those chosen are merged into one; null where they are too few or too many for that. */
  merge: string | null
  /** The office's own, to choose from. */
  publications: readonly string[]
  keys: readonly DeskKey[]
  keysOn: boolean
  /** What grading is called here: 登记, or 建议 where another editor releases it. */
  proposes: boolean
  onFill: (part: Partial<ActSource>) => void
  onCommand: (command: DeskCommand) => void
  onUnchoose: () => void
}

const TEXTS: readonly { name: 'publication' | 'issueNo' | 'evidence'; label: string; max: number }[] = [
  { name: 'publication', label: '刊物', max: 60 },
  { name: 'issueNo', label: '期号', max: 30 },
  { name: 'evidence', label: '依据', max: 200 },
]

/** 底栏: where an adoption stood, kept for the next one; what was done; the verbs with their keys. */
export function DeskBar({
  said,
  source,
  today,
  chosen,
  merge,
  publications,
  keys,
  keysOn,
  proposes,
  onFill,
  onCommand,
  onUnchoose,
}: Props) {
  return (
    <fieldset className="desk-bar min-w-0" aria-label="办理">
      <div className="desk-bar-source">
        <label>
          采用日期
          <input
            type="date"
            value={source.adoptedOn}
            max={today}
            onChange={(event) => onFill({ adoptedOn: event.target.value })}
          />
        </label>
        {TEXTS.map(({ name, label, max }) => (
          <label key={name} data-field={name}>
            {label}
            <input
              value={source[name]}
              maxLength={max}
              placeholder="可不填"
              list={name === 'publication' ? 'desk-publications' : undefined}
              onChange={(event) => onFill({ [name]: event.target.value })}
            />
          </label>
        ))}
        <datalist id="desk-publications">
          {publications.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      <p role="status" className="desk-said" data-kind={said?.kind}>
        {said?.words}
      </p>
      {chosen > 0 && (
        <p className="desk-chosen-many">
          已选 {chosen} 条，{proposes ? '采用建议' : '登记'}对所选各条一并进行
          {merge && <a href={merge}>合并为综合</a>}
          <button type="button" onClick={onUnchoose}>
            取消选择
          </button>
        </p>
      )}
      <div className="desk-bar-keys">
        {keys
          .filter(({ short }) => short)
          .map(({ key, command, short, words }) => (
            <button
              key={key}
              type="button"
              data-grade={isKind(command as Kind) ? '' : undefined}
              title={words}
              onClick={() => onCommand(command)}
            >
              {keysOn && <kbd>{key}</kbd>}
              {short}
            </button>
          ))}
        <button type="button" title="列出按键" onClick={() => onCommand('help')}>
          {keysOn && <kbd>?</kbd>}按键
        </button>
      </div>
    </fieldset>
  )
}
