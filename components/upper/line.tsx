import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
import { Input } from '@/components/ui/input'
import { Link } from '@/components/ui/link'
import { type Sign, State } from '@/components/ui/state'
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
  candidates: readonly (Candidate & { recorded: boolean; before: string | null })[]
}

const SIGNS: Record<'certain' | 'open' | 'old' | 'none', readonly [sign: Sign, words: string]> = {
  certain: ['done', '建议登记到第一条'],
  open: ['waits', '请选定信息'],
  old: ['waits', '只有一年以前的相近信息，请核对'],
  none: ['none', '没有相近的信息'],
}

/** A line with its tick, beside the items to choose from; `asks`: it was not posted, and may be all the same. */
export function Line({ line, listId, asks }: { line: LineProps; listId: string; asks: boolean }) {
  const { id, position, title, certain, late, candidates } = line
  const near = candidates.every(({ old }) => old) ? 'old' : 'open'
  const [sign, words] = SIGNS[certain ? 'certain' : candidates.length > 0 ? near : 'none']
  const byHand = candidates.length > 0 ? '另填编号' : '填写编号'
  return (
    <li value={position}>
      <div className="inline-block w-full lg:w-1/2 lg:pr-6 align-top">
        <Choice
          type="checkbox"
          name={`tick-${id}`}
          defaultChecked={certain}
          label={<strong>{title}</strong>}
          help={
            <>
              {lineInWords(line)}
              {late && (
                <span className="block text-late before:content-['▲_']">
                  该季度通报已印发，登记后作为补录计入{quarterName(late)}。
                </span>
              )}
            </>
          }
        />
        <p className="flex gap-4 pl-6">
          <Link href={`/upper/${listId}?change=${id}#change`} small aria-label={`更改第${position}条`}>
            更改
          </Link>
          <Link href={`/upper/${listId}?drop=${id}#drop`} small aria-label={`剔除第${position}条`}>
            剔除
          </Link>
        </p>
      </div>
      <div className="inline-block w-full lg:w-1/2 align-top">
        <Choices
          name={`item-${id}`}
          columns="one"
          label={
            <>
              <span className="sr-only">第{position}条：</span>
              <State sign={sign}>{words}</State>
            </>
          }
        >
          {candidates.map(({ item, words: why, recorded, before }, i) => (
            <Choice
              key={item.id}
              type="radio"
              name={`item-${id}`}
              value={item.id}
              defaultChecked={certain && i === 0}
              label={item.title}
              help={
                <>
                  <Link href={`/desk/${item.id}`} target="_blank" rel="noreferrer" kind="quiet">
                    {item.ref}
                  </Link>
                  ，{item.unit}；{why}
                  {recorded && '；已有相同的采用记录'}
                  {before && `；已有${before}`}
                </>
              }
            />
          ))}
          <div className="flex items-center gap-2 pl-6 text-sm">
            <span aria-hidden="true">{byHand}</span>
            <Input name={`ref-${id}`} aria-label={byHand} small width="medium" autoComplete="off" maxLength={40} />
          </div>
        </Choices>
        {(asks || candidates.some(({ before }) => before !== null)) && (
          <Choice small type="checkbox" name={`again-${id}`} label="核对后仍要登记：是另一次采用，或者不计分也登记" />
        )}
      </div>
    </li>
  )
}
