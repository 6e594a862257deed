import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { AdoptedList } from '@/components/texts/adopted-list'
import { Difference } from '@/components/texts/difference'
import { Originals } from '@/components/texts/originals'
import { AddSource } from '@/components/texts/source-forms'
import { TextForm } from '@/components/texts/text-form'
import { DropTextForm, GradeTextForm } from '@/components/texts/text-forms'
import { VersionList } from '@/components/texts/version-list'
import { page } from '@/lib/action/page'
import { kindsFor } from '@/lib/data/rules/levels'
import { textOf, textVersion } from '@/lib/data/texts/reading'
import { textBlock } from '@/lib/domain/texts/text'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { addSource, changeTextStanding, gradeText, moveSource, saveText } from '../actions'
import '@/components/texts/texts.css'

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
  const fixed = textBlock('sources', moment)
  const today = dayOfInstant(Date.now())
  const days = sources.map(({ submittedAt }) => dayOfInstant(submittedAt ?? 0)).toSorted()
  const newest = versions[0]
  const propose = '登记采用须由具有发布权限的编辑进行；您可以继续编辑。'
  return (
    <div className="sheet">
      <div className="text-head">
        <nav aria-label="当前位置" className="text-sm">
          <a href="/texts">编辑稿</a> › <span aria-current="page">{several ? '综合' : sources[0]?.ref}</span>
        </nav>
        <h1>{text.title}</h1>
        <p className="text-sm text-second">
          {several && '综合，'}
          {sharers.join('、')}
          {editions.map((edition) => (
            <span key={edition.id}>
              ；编入<a href={`/editions/${edition.id}`}>{edition.name}</a>
            </span>
          ))}
        </p>
      </div>
      <div className="text-desk">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so it takes the focus */}
        <section aria-labelledby="originals" className="text-originals" tabIndex={0}>
          <h2 id="originals">{several ? `来稿原文（${sources.length} 条）` : '来稿原文'}</h2>
          <Originals
            textId={id}
            sources={sources}
            action={moveSource}
            formKeys={sources.map(() => randomUUID())}
            moves={fixed === null}
          />
          {several &&
            (fixed === null ? (
              <AddSource action={addSource} formKey={randomUUID()} textId={id} />
            ) : (
              <p className="blocked">{fixed}</p>
            ))}
        </section>
        <section aria-labelledby="edited">
          <h2 id="edited">编辑稿</h2>
          <TextForm
            key={id}
            userId={viewer.userId}
            stored={{
              ...{ id, title: text.title, body: text.body, version: text.version },
              savedBy: newest?.by ?? '',
              savedAt: newest?.at ?? 0,
            }}
            formKey={randomUUID()}
            save={saveText}
            blocked={textBlock('save', moment)}
          />
        </section>
      </div>
      <div className="text-below">
        <section aria-labelledby="difference" data-wide="">
          <h2 id="difference">与原文对照{shown === text.version ? '' : `（第 ${shown} 版）`}</h2>
          <Difference before={text.original} after={words} />
        </section>
        <section aria-labelledby="grade" className="text-grade">
          <h2 id="grade">登记采用</h2>
          {adoptions.length > 0 && <AdoptedList adoptions={adoptions} />}
          <GradeTextForm
            action={gradeText}
            formKey={randomUUID()}
            id={id}
            units={sharers}
            kinds={await kindsFor(viewer)}
            today={today}
            firstDay={days.at(-1) ?? today}
            blocked={text.proposes ? propose : textBlock('grade', moment)}
          />
        </section>
        <section aria-labelledby="versions">
          <h2 id="versions">历次版本</h2>
          <VersionList id={id} versions={versions} shown={shown} />
          <h2 className="mt-8">{moment.dropped ? '恢复' : '放弃'}</h2>
          <DropTextForm
            action={changeTextStanding}
            formKey={randomUUID()}
            id={id}
            dropped={moment.dropped}
            blocked={textBlock('drop', moment)}
          />
        </section>
      </div>
    </div>
  )
})
