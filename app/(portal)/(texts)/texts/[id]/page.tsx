import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { AdoptedList } from '@/components/texts/adopted-list'
import { Difference } from '@/components/texts/difference'
import { Originals } from '@/components/texts/originals'
import { AddSource } from '@/components/texts/source-forms'
import { TextForm } from '@/components/texts/text-form'
import { DropTextForm, GradeTextForm } from '@/components/texts/text-forms'
import { VersionList } from '@/components/texts/version-list'
import { Columns } from '@/components/ui/columns'
import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { kindsFor } from '@/lib/data/rules/levels'
import { textOf, textVersion } from '@/lib/data/texts/reading'
import { ISOLATED } from '@/lib/domain/secrecy/isolation'
import { textBlock } from '@/lib/domain/texts/text'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { addSource, dropOrRestoreText, gradeText, moveSource, saveText } from '../actions'

export const metadata: Metadata = { title: '编辑稿' }

/** One edited text: what the units sent on the left, the office's version on the right, what changed below. */
export default page('/texts/[id]', async ({ viewer, params, search }) => {
  const { id } = params
  const { version: asked } = search
  const text = await textOf(viewer, id)
  const shown = typeof asked === 'string' && /^\d{1,6}$/.test(asked) ? Number(asked) : text.version
  const words = shown === text.version ? text : await textVersion(viewer, id, shown)
  const { itemId, moment, sources, sharers, versions, adoptions, editions } = text
  const several = itemId === null
  if (moment.isolated)
    return (
      <Sheet>
        <PageHead title={text.title} trail={[{ href: '/texts', name: '编辑稿' }]} here={sources[0]?.ref} />
        <Note tone="late">{ISOLATED}</Note>
        {adoptions.length > 0 && (
          <Section title="登记采用">
            <AdoptedList adoptions={adoptions} />
          </Section>
        )}
      </Sheet>
    )
  const fixed = textBlock('sources', moment)
  const today = dayOfInstant(Date.now())
  const days = sources.map(({ submittedAt }) => dayOfInstant(submittedAt ?? 0)).toSorted()
  const newest = versions[0]
  return (
    <Sheet>
      <PageHead
        title={text.title}
        trail={[{ href: '/texts', name: '编辑稿' }]}
        here={several ? '综合' : sources[0]?.ref}
        about={
          <>
            {several && '综合，'}
            {sharers.join('、')}
            {editions.map((edition) => (
              <span key={edition.id}>
                ；编入<Link href={`/editions/${edition.id}`}>{edition.name}</Link>
              </span>
            ))}
          </>
        }
      />
      <Columns>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so it takes the focus */}
        <section aria-labelledby="originals" className={ORIGINALS} tabIndex={0}>
          <h2 id="originals" className="mb-2 text-base">
            {several ? `来稿原文（${sources.length} 条）` : '来稿原文'}
          </h2>
          <Originals
            textId={id}
            sources={sources}
            action={moveSource}
            formKeys={sources.map(() => newFormKey(viewer))}
            moves={fixed === null}
          />
          {several &&
            (fixed === null ? (
              <AddSource action={addSource} formKey={newFormKey(viewer)} textId={id} />
            ) : (
              <p className="text-sm text-second">{fixed}</p>
            ))}
        </section>
        <div>
          {' '}
          <Section title="编辑稿" small>
            <TextForm
              key={id}
              userId={viewer.userId}
              stored={{
                ...{ id, title: text.title, body: text.body, version: text.version },
                savedBy: newest?.by ?? '',
                savedAt: newest?.at ?? 0,
              }}
              formKey={newFormKey(viewer)}
              save={saveText}
              blocked={textBlock('save', moment)}
            />
          </Section>
        </div>
      </Columns>
      <Section title={`与原文对照${shown === text.version ? '' : `（第 ${shown} 版）`}`} id="difference" ruled>
        <Difference before={text.original} after={words} />
      </Section>
      <Columns className="mt-6">
        <Section title="登记采用" id="grade" ruled>
          <div className="max-w-[36em]">
            {adoptions.length > 0 && <AdoptedList adoptions={adoptions} />}
            <GradeTextForm
              action={gradeText}
              formKey={newFormKey(viewer)}
              id={id}
              units={sharers}
              kinds={await kindsFor(viewer)}
              today={today}
              firstDay={days.at(-1) ?? today}
              blocked={text.notGraded ?? textBlock('grade', moment)}
            />
          </div>
        </Section>
        <div>
          <Section title="历次版本" id="versions" ruled>
            <VersionList id={id} versions={versions} shown={shown} />
          </Section>
          <Section title={moment.dropped ? '恢复' : '放弃'}>
            <DropTextForm
              action={dropOrRestoreText}
              formKey={newFormKey(viewer)}
              id={id}
              dropped={moment.dropped}
              blocked={textBlock('drop', moment)}
            />
          </Section>
        </div>
      </Columns>
    </Sheet>
  )
})

/** What the units sent stays in sight beside the editor, and scrolls by itself. */
const ORIGINALS =
  'min-w-0 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto lg:focus-visible:-outline-offset-3 print:static print:max-h-none print:overflow-visible'
