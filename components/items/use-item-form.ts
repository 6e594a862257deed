'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { type FormEvent, useActionState, useEffect, useEffectEvent, useRef, useState, useTransition } from 'react'
import { type FieldErrors, type Resolver, useForm } from 'react-hook-form'
import type { Attachment } from '@/lib/domain/attachments/attachment'
import { type FormAction, IDLE, type Result } from '@/lib/domain/base/result'
import { removedIn, saveSchema, submitSchema } from '@/lib/schemas/items'
import { useKeep } from './keep'
import { QUESTIONS, sameTyped, type Typed, typedIn, typedItemOf } from './typed'
import { useAttachments } from './use-attachments'

export type SavedItem = { version: number; at: number; attachments: readonly Attachment[] }
export type ItemFormVerb = 'save' | 'submit'
/** The stored item that the form was opened on; version 0 and no savedAt when there is none yet. */
export type Draft = {
  id: string
  version: number
  savedAt: number | null
  values: Readonly<Record<string, string | null>>
  attachments: readonly Attachment[]
}
export type ItemFormProps = {
  userId: string
  draft: Draft
  formKey: string
  send: FormAction<SavedItem>
}

const SCHEMAS = { save: saveSchema, submit: submitSchema }

/**
 * The life of the form: what is typed is kept on this machine, judged by the pressed button's schema, then sent without
 * React's own form handling, which would empty the fields. Before scripts have loaded the browser posts it by itself.
 */
export function useItemForm({ userId, draft, formKey, send }: ItemFormProps) {
  const router = useRouter()
  const element = useRef<HTMLFormElement>(null)
  const [native, post] = useActionState(send, IDLE)
  const [result, setResult] = useState<Result<SavedItem>>(native)
  const [initial] = useState(() => typedItemOf(native.status === 'fault' ? native.values : draft.values))
  const [base, setBase] = useState(() => ({
    // A form that came back with a fault still stands on the text that it was begun on.
    version: native.status === 'fault' ? Number(native.values.version) || 0 : draft.version,
    key: formKey,
    savedAt: draft.savedAt,
    values: typedItemOf(draft.values),
  }))
  const [early] = useState(() => typedEarlier(draft.id))
  const [typed, setTyped] = useState(initial)
  const [recovered, setRecovered] = useState<'restored' | Typed | null>(null)
  const files = useAttachments(element, draft.attachments)
  const [pending, startTransition] = useTransition()
  const verb = useRef<ItemFormVerb>('save')
  const keep = useKeep(`yanxin:item:${userId}:${draft.id}`)

  const check: Resolver<Typed> = (_values, context, options) => {
    const now = element.current ? typedIn(element.current) : typed
    const resolver = zodResolver(SCHEMAS[verb.current]) as unknown as Resolver<Typed>
    return resolver({ ...now, id: draft.id, version: base.version } as Typed, context, options)
  }
  // No defaultValues: the fields are read as they stand, with what was typed before scripts had loaded.
  const form = useForm<Typed>({ resolver: check, shouldFocusError: false, errors: useState(() => errorsOf(result))[0] })

  function fill(values: Typed) {
    for (const name of QUESTIONS) form.setValue(name, values[name])
    form.clearErrors()
    setTyped(values)
  }

  // What was typed before scripts had loaded comes first, then what this machine had kept.
  const recover = useEffectEvent(() => {
    const kept = keep.read()
    const values = kept && typedItemOf(kept.values)
    const unsent = kept && values && !sameTyped(values, base.values) ? { version: kept.version, values } : null
    const typedEarly = early !== null && !sameTyped(early, initial)
    if (typedEarly) {
      fill(early)
      keep.later({ version: base.version, values: early })
    }
    if (!unsent || (typedEarly && sameTyped(unsent.values, early))) return
    if (typedEarly || unsent.version < draft.version) return setRecovered(unsent.values)
    fill(unsent.values)
    setRecovered('restored')
  })
  // Once, when the form opens: later it would put what was kept over what is being typed.
  useEffect(() => recover(), [])

  function changed() {
    if (!element.current) return
    const values = typedIn(element.current)
    setTyped(values)
    files.changed()
    keep.later({ version: base.version, values })
  }

  function press(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const { submitter } = event.nativeEvent as SubmitEvent
    verb.current = submitter instanceof HTMLButtonElement && submitter.value === 'submit' ? 'submit' : 'save'
    void form.handleSubmit(dispatch, (errors) => setResult(faultOfErrors(errors, files.fault())))()
  }

  function dispatch() {
    if (!element.current) return
    const refused = files.fault()
    if (refused) return setResult(faultOfErrors({}, refused))
    const sent = typedIn(element.current)
    const sentFiles = files.sent()
    const data = new FormData(element.current)
    data.set('verb', verb.current)
    keep.later({ version: base.version, values: sent })
    keep.flush()
    startTransition(async () => {
      const answer = await send(IDLE, data).catch(() => OUT_OF_REACH)
      startTransition(() => settle(answer, sent, sentFiles))
    })
  }

  function settle(answer: Result<SavedItem>, sent: Typed, sentFiles: ReturnType<typeof files.sent>) {
    setResult(answer)
    if (answer.status === 'fault') {
      for (const name of QUESTIONS) if (answer.fields[name]) form.setError(name, { message: answer.fields[name] })
    }
    if (answer.status !== 'done') return
    keep.drop()
    setRecovered(null)
    if (!answer.data) return router.push(answer.to ?? '/items')
    const { version, at, attachments } = answer.data
    files.saved(attachments, sentFiles)
    setBase({ version, key: answer.nextKey, savedAt: at, values: sent })
    const now = element.current && typedIn(element.current)
    if (now && !sameTyped(now, sent)) keep.later({ version, values: now })
    // The same open form goes on under the item's own address; a navigation would draw it anew under the writer's hands.
    if (answer.to) history.replaceState(null, '', answer.to)
  }

  function restore() {
    if (recovered === null || recovered === 'restored') return
    fill(recovered)
    setRecovered('restored')
    keep.later({ version: base.version, values: recovered })
  }

  function discard() {
    keep.drop()
    if (recovered === 'restored') fill(base.values)
    setRecovered(null)
  }

  return {
    formId: formIdOf(draft.id),
    element,
    form,
    initial,
    base,
    typed,
    result,
    pending: pending ? verb.current : null,
    dirty: !sameTyped(typed, base.values) || files.dirty,
    files,
    /** Before scripts: the boxes that were ticked, and whether files must be chosen again. */
    removed: native.status === 'fault' ? removedIn(native.values) : [],
    again: native.status === 'fault',
    recovered,
    post,
    press,
    changed,
    restore,
    discard,
  }
}

function formIdOf(id: string): string {
  return `item-${id}`
}

/** What stands in the form when React takes it over; React itself puts some of it back to the defaults. */
function typedEarlier(id: string): Typed | null {
  const form = typeof document === 'undefined' ? null : document.getElementById(formIdOf(id))
  return form ? typedIn(form as HTMLFormElement) : null
}

const OUT_OF_REACH: Result<never> = {
  status: 'fault',
  code: 'broken',
  message:
    '没有连上服务器，不能确定内容是否已提交。内容仍保留在本页和本机：请检查网络后再按一次，不会重复计数；如仍不成功，请刷新页面。',
  fields: {},
  values: {},
}

function errorsOf(result: Result): FieldErrors<Typed> {
  const fields = result.status === 'fault' ? Object.entries(result.fields) : []
  return Object.fromEntries(fields.map(([name, message]) => [name, { type: 'server', message }]))
}

function faultOfErrors(errors: FieldErrors<Typed>, attachments: string | null): Result<never> {
  const fields = {
    ...Object.fromEntries(QUESTIONS.flatMap((name) => (errors[name] ? [[name, errors[name].message ?? '']] : []))),
    ...(attachments !== null && { attachments }),
  }
  const message = `有 ${Object.keys(fields).length} 处需要修改，内容没有提交。`
  return { status: 'fault', code: 'invalid', message, fields, values: {} }
}
