import { Paragraphs } from '@/components/items/item-reading'
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
      <article key={source.itemId} className="text-original">
        <p className="text-source">
          <strong>{source.unit}</strong>
          <a href={`/desk/${source.itemId}`} aria-label={`来稿 ${source.ref}`}>
            {source.ref}
          </a>
          {source.submittedAt !== null && <span>{shortDateTime(source.submittedAt)}</span>}
        </p>
        {fault && <p className="text-fault">{fault}</p>}
        {source.newer && (
          <details className="note note-late">
            <summary>{shortDateTime(source.newer.at)} 该单位又报送了新稿</summary>
            <p className="mt-2 font-semibold">{source.newer.title}</p>
            <Paragraphs text={source.newer.body} />
          </details>
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
        <h3>{source.title}</h3>
        <Paragraphs text={source.body} />
      </article>
    )
  })
}
