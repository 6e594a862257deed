import { cx } from '@/components/ui/cx'
import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
import { Reading } from '@/components/ui/reading'
import type { FormAction } from '@/lib/domain/base/result'
import { type ItemState, step } from '@/lib/domain/items/item'
import { shortDateTime } from '@/lib/domain/time/quarter'
import { SourceMoves } from './source-forms'

type Words = { title: string; body: string }
type Source = Words & {
  itemId: string
  ref: string
  unit: string
  state: ItemState
  notUsed: boolean
  submittedAt: number | null
  newer: (Words & { at: number }) | null
}

type Props = {
  textId: string
  sources: readonly Source[]
  action: FormAction
  formKeys: readonly string[]
  /** Whether order and number of the sources may be changed. */
  moves: boolean
}

/** What the units sent, untouched, in the order of the sources. */
export function Originals({ textId, sources, action, formKeys, moves }: Props) {
  return sources.map((source, index) => {
    const fault = step('grade', { state: source.state, notUsed: source.notUsed, adoptions: 0 }).blocked
    return (
      <article
        key={source.itemId}
        aria-label={source.ref}
        className={cx('grid gap-2 pb-4', index > 0 && 'pt-4 border-t border-line')}
      >
        <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-second">
          <strong className="text-ink">{source.unit}</strong>
          <Link href={`/desk/${source.itemId}`} aria-label={`来稿 ${source.ref}`}>
            {source.ref}
          </Link>
          {source.submittedAt !== null && <span>{shortDateTime(source.submittedAt)}</span>}
        </p>
        {fault && (
          <p className="text-sm text-red">
            <span aria-hidden="true">▲ </span>
            {fault}
          </p>
        )}
        {source.newer && (
          <Note tone="late">
            <Disclosure summary={`${shortDateTime(source.newer.at)} 该单位又报送了新稿`}>
              <p className="mb-2 font-semibold">{source.newer.title}</p>
              <Reading text={source.newer.body} indent />
            </Disclosure>
          </Note>
        )}
        <SourceMoves
          action={action}
          formKey={formKeys[index] ?? ''}
          textId={textId}
          source={source}
          verbs={[
            ...(source.newer ? (['read'] as const) : []),
            ...(moves && index > 0 ? (['up'] as const) : []),
            ...(moves && index < sources.length - 1 ? (['down'] as const) : []),
            ...(moves ? (['remove'] as const) : []),
          ]}
        />
        <h3 className="font-semibold wrap-anywhere">{source.title}</h3>
        <Reading text={source.body} indent />
      </article>
    )
  })
}
