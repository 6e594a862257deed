'use client'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Input } from '@/components/ui/input'
import { Kbd } from '@/components/ui/kbd'
import { Link } from '@/components/ui/link'
import type { DeskCommand, DeskKey } from '@/lib/domain/desk/keys'
import type { ActSaid, ActSource } from './use-acts'

type Props = {
  /** Whether scripts have loaded: nothing can be pressed before. */
  live: boolean
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

const SAID = {
  done: "before:content-['●_'] before:text-done",
  fault: "text-red before:content-['▲_']",
  busy: '',
}

/** 底栏: where an adoption stood, kept for the next one; what was done; the verbs with their keys. */
export function DeskBar(props: Props) {
  const { live, said, source, chosen, merge, keys, keysOn, onFill, onCommand } = props
  return (
    <fieldset
      aria-label="办理"
      className={cx('flex-none min-w-0 px-6 py-2 border-t border-line text-sm print:hidden', !live && 'invisible')}
    >
      <div className={SOURCE}>
        <Input
          small
          type="date"
          name="adoptedOn"
          of="act"
          label="采用日期"
          value={source.adoptedOn}
          max={props.today}
          onChange={(event) => onFill({ adoptedOn: event.target.value })}
        />
        {TEXTS.map(({ name, label, max }) => (
          <Input
            key={name}
            small
            name={name}
            of="act"
            label={label}
            value={source[name]}
            maxLength={max}
            placeholder="可不填"
            list={name === 'publication' ? 'desk-publications' : undefined}
            onChange={(event) => onFill({ [name]: event.target.value })}
          />
        ))}
        <datalist id="desk-publications">
          {props.publications.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      <p role="status" className={cx('min-h-6 max-h-24 pt-1 overflow-y-auto', said && SAID[said.kind])}>
        {said?.words}
      </p>
      {chosen > 0 && (
        <p className="flex flex-wrap items-center gap-x-4 font-semibold">
          已选 {chosen} 条，{props.proposes ? '采用建议' : '登记'}对所选各条一并进行
          {merge && (
            <Link kind="quiet" href={merge}>
              合并为综合
            </Link>
          )}
          <Button kind="quiet" small onClick={props.onUnchoose}>
            取消选择
          </Button>
        </p>
      )}
      <div className="flex flex-wrap gap-y-1 -ml-1">
        {keys
          .filter(({ short }) => short)
          .map(({ key, command, short, words }) => (
            <Button key={key} kind="quiet" small title={words} onClick={() => onCommand(command)}>
              {keysOn && <Kbd>{key}</Kbd>}
              {short}
            </Button>
          ))}
        <Button kind="quiet" small title="列出按键" onClick={() => onCommand('help')}>
          {keysOn && <Kbd>?</Kbd>}按键
        </Button>
      </div>
    </fieldset>
  )
}

const SOURCE =
  'grid grid-cols-[9.5em_1fr_5em_1fr] gap-2 [&_label]:mb-0 [&_label]:text-xs [&_label]:font-normal [&_label]:text-second'
