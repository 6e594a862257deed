import { DropEditionForm, EditionHeadForm, ReleaseForm } from '@/components/editions/edition-forms'
import { PickForm } from '@/components/editions/pick-form'
import { Disclosure } from '@/components/ui/disclosure'
import { FilterRow } from '@/components/ui/filter-row'
import { Input } from '@/components/ui/input'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { newFormKey } from '@/lib/auth/form-key'
import { candidatesFor } from '@/lib/data/editions/candidates'
import type { EditionView } from '@/lib/data/editions/reading'
import { kindName } from '@/lib/domain/adoptions/kinds'
import { formatCursor, parseCursor } from '@/lib/domain/base/cursor'
import type { Viewer } from '@/lib/domain/people/policy'
import { changeEdition, dropEdition, pickEntries, releaseEdition } from '../../publications/actions'

const TEXT_MAX = 100

type Asked = { text?: string | string[]; after?: string | string[] }

/** What is done to an edition until it is released: its release, number and day, and what is picked for it. */
export async function composing(viewer: Viewer, edition: EditionView, asked: Asked, now: number) {
  const text = typeof asked.text === 'string' ? asked.text.trim().slice(0, TEXT_MAX) : ''
  const place = typeof asked.after === 'string' ? parseCursor(asked.after) : undefined
  const { items, next, texts } = await candidatesFor(
    viewer,
    { ...(text && { text }), ...(place && { after: place }) },
    now,
  )
  const { id, entries, lacks, publication } = edition
  const standing = new Set(entries.flatMap(({ itemId }) => itemId ?? []))
  const base = `/editions/${id}`
  const query = text ? `?text=${encodeURIComponent(text)}` : ''
  return (
    <>
      <Section title="发刊" id="release" ruled>
        {edition.notReleased !== null ? (
          <p className="text-sm text-second">{edition.notReleased}</p>
        ) : (
          <ReleaseForm
            action={releaseEdition}
            formKey={newFormKey(viewer)}
            edition={edition}
            kind={kindName(publication.kind)}
            entries={entries.map(({ textId, title, there }) => ({ textId, title, there }))}
            lacks={lacks}
          />
        )}
        <div className="mt-2">
          <Disclosure summary="改期号和日期">
            <EditionHeadForm action={changeEdition} formKey={newFormKey(viewer)} edition={edition} />
          </Disclosure>
          <Disclosure summary="放弃本期">
            <DropEditionForm action={dropEdition} formKey={newFormKey(viewer)} edition={edition} />
          </Disclosure>
        </div>
      </Section>
      <Section title="选取内容" id="picks" ruled>
        <div className="mb-4">
          <FilterRow action={base} submit="检索" alone>
            <Input
              small
              name="text"
              type="search"
              label="标题、正文、撰稿人、单位、附件"
              defaultValue={text}
              maxLength={TEXT_MAX}
            />
          </FilterRow>
        </div>
        <PickForm
          action={pickEntries}
          formKey={newFormKey(viewer)}
          edition={edition}
          items={items.map(({ adoptions, ...item }) => ({
            ...item,
            adopted: adoptions.length > 0,
            here: standing.has(item.id),
          }))}
          texts={place || text ? [] : texts}
          empty={text ? '近 60 天没有符合检索的信息。' : '近 60 天没有收到信息。各单位报送后列在这里，勾选即可编入。'}
        />
        <nav aria-label="更多信息" className="flex justify-end gap-6 mt-4">
          {(place || text) && (
            <Link href={base} kind="quiet">
              看全部
            </Link>
          )}
          {next && (
            <Link href={`${base}${query}${query ? '&' : '?'}after=${formatCursor(next)}#picks`} kind="quiet">
              下一页
            </Link>
          )}
        </nav>
      </Section>
    </>
  )
}
