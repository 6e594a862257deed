'use client'
import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { Anew } from '@/components/ui/form/anew'
import { DoneNote } from '@/components/ui/form/done'
import { InputField } from '@/components/ui/form/inputs'
import { List } from '@/components/ui/list'
import type { FormAction, Result } from '@/lib/domain/base/result'

type Edition = { id: string; version: number }

/** Begins an edition under the next number. */
export function StartForm({
  action,
  formKey,
  publicationId,
  today,
}: {
  action: FormAction
  formKey: string
  publicationId: string
  today: string
}) {
  return (
    <ActionForm action={action} formKey={formKey} className="max-w-[20em]">
      {(result) => (
        <>
          <input type="hidden" name="publicationId" value={publicationId} />
          <Fields>
            <InputField
              result={result}
              name="day"
              type="date"
              label="发刊日期"
              help="期号接本年最后一期，编排时可以改。"
              otherwise={today}
            />
            <div>
              <SendButton>编新的一期</SendButton>
            </div>
          </Fields>
        </>
      )}
    </ActionForm>
  )
}

/** The number and the day of an edition that is being composed. */
export function EditionHeadForm({
  action,
  formKey,
  edition,
}: {
  action: FormAction
  formKey: string
  edition: Edition & { issueNo: number; day: string }
}) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <Identified edition={edition} result={result} />
          <Fields columns={2} small>
            <InputField
              result={result}
              name="issueNo"
              type="number"
              min={1}
              label="期号"
              otherwise={String(edition.issueNo)}
            />
            <InputField result={result} name="day" type="date" label="发刊日期" otherwise={edition.day} />
          </Fields>
          <div className="my-4">
            <SendButton kind="plain">保存期号和日期</SendButton>
          </div>
        </>
      )}
    </ActionForm>
  )
}

/** 发刊: what stands in its way, or what it does and the button. It stays when others make it impossible meanwhile. */
export function ReleaseForm({
  action,
  formKey,
  edition,
  kind,
  entries,
  lacks,
}: {
  action: FormAction
  formKey: string
  edition: Edition
  kind: string
  /** `there`: what an entry was adopted as before. */
  entries: readonly { textId: string; title: string; there: { words: string; more: string } | null }[]
  lacks: readonly string[]
}) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <LackPlaces result={result} />
          <Identified edition={edition} result={result} />
          {lacks.length > 0 ? (
            <>
              <p>发刊前还需要：</p>
              <List kind="points" className="mb-3">
                {lacks.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </List>
            </>
          ) : (
            <>
              <p className="text-sm text-second mb-2">
                发刊后本期内容即行固定，刊内 {entries.length} 条同时登记
                <span className="whitespace-nowrap">“{kind}”</span>，各供稿单位即可看到。
              </p>
              <Another entries={entries.filter(({ there }) => there !== null)} />
              <SendButton>发刊</SendButton>
            </>
          )}
        </>
      )}
    </ActionForm>
  )
}

type Again = { entries: Parameters<typeof ReleaseForm>[0]['entries'] }

/** The entries that were adopted already: nothing is recorded for them, unless it is said that this is another taking. */
function Another({ entries }: Again) {
  if (entries.length === 0) return null
  return (
    <Choices name="another" columns="one" label={`已有采用记录的 ${entries.length} 条不另行登记，另一次采用的请勾选`}>
      {entries.map(({ textId, title, there }) => (
        <Choice
          key={textId}
          small
          type="checkbox"
          name={`another-${textId}`}
          label={`再登记一次：${title}`}
          help={`${there?.words}。${there?.more}`}
        />
      ))}
    </Choices>
  )
}

/** Gives up an edition. */
export function DropEditionForm({
  action,
  formKey,
  edition,
}: {
  action: FormAction
  formKey: string
  edition: Edition
}) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <Identified edition={edition} result={result} />
          <p className="text-sm text-second mb-2">放弃后期号可以另用，刊内的编辑稿保留，可编入其他期。</p>
          <SendButton kind="warning">放弃本期</SendButton>
        </>
      )}
    </ActionForm>
  )
}

/** Which edition a form writes on, and as of when; what was typed stays when others changed it meanwhile. */
export function Identified({ edition: { id, version }, result }: { edition: Edition; result: Result }) {
  return (
    <>
      <Anew result={result} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  )
}

/** Where what stands in the way leads to. */
function LackPlaces({ result }: { result: Result }) {
  if (result.status !== 'fault') return null
  return Object.keys(result.fields).map((field) => <span key={field} id={`field-${field}`} />)
}
