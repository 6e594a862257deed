'use client'
import { ActionForm } from '@/components/ui/form/action-form'
import type { FormAction } from '@/lib/domain/base/result'
import { Identified } from './edition-forms'

type Entry = {
  textId: string
  title: string
  units: readonly string[]
  sources: readonly { itemId: string; ref: string }[]
  adoptions: readonly { id: string; unit: string; revoked: string | null }[]
}

type Props = {
  action: FormAction
  formKeys: readonly string[]
  edition: { id: string; version: number; composing: boolean; released: boolean }
  entries: readonly Entry[]
  /** Whether the reader may follow an entry to its text and its items. */
  office: boolean
}

/** What stands in an edition, in order; while it is composed, each moves up, down and out. */
export function EntryList({ action, formKeys, edition, entries, office }: Props) {
  return (
    <ol className="edition-entries">
      {entries.map((entry, index) => (
        <li key={entry.textId}>
          <strong>{entry.title}</strong>
          <p>
            {entry.units.join('、')}
            {office &&
              entry.sources.map(({ itemId, ref }) => (
                <a key={itemId} href={`/desk/${itemId}`} aria-label={`原文 ${ref}`}>
                  {ref}
                </a>
              ))}
            {office && edition.composing && (
              <a href={`/texts/${entry.textId}`} aria-label={`改写：${entry.title}`}>
                改写
              </a>
            )}
          </p>
          {edition.released && <Adoptions adoptions={entry.adoptions} />}
          {edition.composing && office && (
            <ActionForm action={action} formKey={formKeys[index] ?? ''} className="edition-moves">
              {(result) => (
                <>
                  <Identified edition={edition} result={result} />
                  <input type="hidden" name="textId" value={entry.textId} />
                  {index > 0 && <Move verb="up" words="上移" title={entry.title} />}
                  {index < entries.length - 1 && <Move verb="down" words="下移" title={entry.title} />}
                  <Move verb="remove" words="移出" title={entry.title} />
                  {result.status === 'done' && (
                    <span role="status" className="sr-only">
                      {result.message}
                    </span>
                  )}
                </>
              )}
            </ActionForm>
          )}
        </li>
      ))}
    </ol>
  )
}

function Move({ verb, words, title }: { verb: string; words: string; title: string }) {
  return (
    <button type="submit" name="verb" value={verb} className="button button-small" aria-label={`${words}：${title}`}>
      {words}
    </button>
  )
}

function Adoptions({ adoptions }: { adoptions: Entry['adoptions'] }) {
  return (
    <ul>
      {adoptions.map(({ id, unit, revoked }) => (
        <li key={id} data-adoption={revoked === null ? 'stands' : 'revoked'}>
          {unit}：{revoked === null ? '已登记采用' : `采用已撤销，原因：${revoked}`}
        </li>
      ))}
    </ul>
  )
}
