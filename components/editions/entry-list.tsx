'use client'
import { Button } from '@/components/ui/button'
import { ActionForm } from '@/components/ui/form/action-form'
import { DoneHeard } from '@/components/ui/form/done'
import { Link } from '@/components/ui/link'
import { List, NumberedList } from '@/components/ui/list'
import { State } from '@/components/ui/state'
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
    <NumberedList>
      {entries.map((entry, index) => (
        <li key={entry.textId}>
          <strong>{entry.title}</strong>
          <p className="flex flex-wrap gap-x-3 text-sm text-second">
            {entry.units.join('、')}
            {office &&
              entry.sources.map(({ itemId, ref }) => (
                <Link key={itemId} href={`/desk/${itemId}`} aria-label={`原文 ${ref}`}>
                  {ref}
                </Link>
              ))}
            {office && edition.composing && (
              <Link href={`/texts/${entry.textId}`} aria-label={`改写：${entry.title}`}>
                改写
              </Link>
            )}
          </p>
          {edition.released && <Adoptions adoptions={entry.adoptions} />}
          {edition.composing && office && (
            <ActionForm action={action} formKey={formKeys[index] ?? ''} className="flex flex-wrap gap-2 mt-1">
              {(result) => (
                <>
                  <Identified edition={edition} result={result} />
                  <input type="hidden" name="textId" value={entry.textId} />
                  {index > 0 && <Move verb="up" words="上移" title={entry.title} />}
                  {index < entries.length - 1 && <Move verb="down" words="下移" title={entry.title} />}
                  <Move verb="remove" words="移出" title={entry.title} />
                  <DoneHeard result={result} />
                </>
              )}
            </ActionForm>
          )}
        </li>
      ))}
    </NumberedList>
  )
}

function Move({ verb, words, title }: { verb: string; words: string; title: string }) {
  return (
    <Button type="submit" small name="verb" value={verb} aria-label={`${words}：${title}`}>
      {words}
    </Button>
  )
}

function Adoptions({ adoptions }: { adoptions: Entry['adoptions'] }) {
  return (
    <List kind="plain" small>
      {adoptions.map(({ id, unit, revoked }) => (
        <li key={id}>
          <State sign={revoked === null ? 'done' : 'wrong'}>
            {unit}：{revoked === null ? '已登记采用' : `采用已撤销，原因：${revoked}`}
          </State>
        </li>
      ))}
    </List>
  )
}
