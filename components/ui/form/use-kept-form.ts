'use client'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { useActionState, useEffect, useEffectEvent, useRef, useState, useTransition } from 'react'
import { type FieldErrors, type Resolver, type UseFormRegisterReturn, useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { type FormAction, IDLE, type Result } from '@/lib/domain/base/result'
import { errorsIn, messagesIn, unreached, unsentFault } from './kept-faults'
import { browserStore, type KeptStore } from './kept-store'
import { type FormValues, sameValues, typedIn, valuesOf } from './kept-values'
import { useKeeping } from './use-keeping'

export type KeptFormOptions<N extends string, T> = {
  userId: string
  /** What is being written, as kind and id: 'not_used:ID'. What is kept goes by it. Null: nothing can be written now. */
  subject: string | null
  action: FormAction<T>
  formKey: string
  schema: SchemaLoader
  /** What the server has in each field that is written in. A select that has no empty answer names its first. */
  stored: FormValues<N>
  /** The version of what is stored, where it has any. */
  version?: number
  /** What was begun on an earlier version is put back all the same; the form itself shows what came between. */
  insist?: boolean
  /** Once it was taken the fields are as at the beginning, for the next one; else they stand as sent. */
  clears?: boolean
  /** Whether the server has what was typed once this verb is done; moving a paragraph takes no text. */
  takes?: (verb: string) => boolean
  /** What is wrong with what isn't typed, by field: chosen files. */
  others?: () => Readonly<Record<string, string>>
  /** In place of reading the page again, or going where the answer leads. */
  onDone?: (answer: Done<T>, sent: FormValues<N>) => void
  /** A refusal because of what others did: the page is read again, unless the form says by itself what to do. */
  anew?: boolean
  /** What is said where the server was not reached. */
  outOfReach?: string
  store?: KeptStore
}

/**
 * The schema that the server judges by, of the pressed button where there are several. It is loaded once somebody writes: a
 * page that is only read does without it.
 */
export type SchemaLoader = (verb: string) => Promise<z.ZodType>

type Done<T> = Extract<Result<T>, { status: 'done' }>
type Fields = Record<string, string>
type Asked = UseFormRegisterReturn & { defaultValue: string; fault: string | undefined }

/**
 * The life of a form that people write in. What is typed is kept under its writer's name until the server has it: it
 * outlives a fault, a window closed with Esc, a reload, a lost session. It is judged by the schema of the server, then
 * sent without React's own form handling, which would empty the fields. Before scripts have loaded the browser posts the
 * form by itself, and what it answers is where the form begins.
 */
export function useKeptForm<N extends string, T = unknown>(options: KeptFormOptions<N, T>) {
  const { userId, subject, action, formKey, schema, stored, version = 0, store = browserStore } = options
  const router = useRouter()
  const element = useRef<HTMLFormElement>(null)
  const names = Object.keys(stored) as N[]
  const [native, post] = useActionState(action, IDLE)
  const [result, setResult] = useState<Result<T>>(native)
  const returned = native.status === 'fault' ? native.values : null
  const [initial] = useState(() => valuesOf(names, { ...stored, ...returned, ...unticked(names, returned) }))
  const [base, setBase] = useState(() => ({
    // A form that came back with a fault still stands on the text that it was begun on.
    version: returned ? Number(returned.version) || 0 : version,
    values: valuesOf(names, stored),
  }))
  const id = subject === null ? undefined : `form-${subject}`
  const [early] = useState(() => typedEarly(id, initial))
  const [pending, startTransition] = useTransition()
  const verb = useRef('')
  const judge: Resolver<Fields> = async (values, context, settings) => {
    const whole = { ...(element.current && textsOf(element.current)), verb: verb.current, ...valuesOf(names, values) }
    const loaded = await loadJudge(schema, verb.current)
    // Without it, out of reach, the server alone judges: it does so in any case.
    return loaded ? loaded(whole, context, settings as never) : { values, errors: {} }
  }
  const form = useForm<Fields>({
    defaultValues: initial,
    resolver: judge,
    shouldFocusError: false,
    errors: useState(() => errorsIn(result, names))[0],
  })
  const watched = useWatch({ control: form.control })
  const typed = valuesOf(names, watched)
  const now = () => valuesOf(names, form.getValues())

  function fill(values: FormValues<N>) {
    for (const name of names) if (now()[name] !== values[name]) form.setValue<string>(name, values[name])
    form.clearErrors()
  }

  const keeping = useKeeping<N>({
    ...{ store, userId, subject, base, initial, early, now, fill, insist: options.insist ?? false },
    onRestored: (begun) =>
      options.insist && setBase((before) => ({ ...before, version: Math.min(begun, before.version) })),
  })
  const { found, later, forget } = keeping

  // The page was read anew: where nothing was typed the form follows it.
  const follow = useEffectEvent(() => {
    const values = valuesOf(names, stored)
    if (!sameValues(now(), base.values) && !sameValues(now(), values)) return
    adopt()
  })
  const news = JSON.stringify([version, stored])
  const read = useRef(news)
  useEffect(() => {
    if (read.current === news) return
    read.current = news
    follow()
  }, [news])

  function adopt() {
    const values = valuesOf(names, stored)
    fill(values)
    setBase({ version, values })
  }

  function changed() {
    void loadJudge(schema, verb.current)
    later(now())
  }

  function press(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const { submitter } = event.nativeEvent as SubmitEvent
    verb.current = submitter instanceof HTMLButtonElement && submitter.name === 'verb' ? submitter.value : ''
    const refuse = (errors: FieldErrors<Fields>) => {
      const fields = { ...messagesIn(errors, names), ...options.others?.() }
      if (Object.keys(fields).length > 0) setResult(unsentFault(fields))
      else dispatch()
    }
    void form.handleSubmit(() => refuse({}), refuse)()
  }

  function dispatch() {
    if (!element.current) return
    const sent = now()
    const data = new FormData(element.current)
    if (verb.current) data.set('verb', verb.current)
    later(sent)
    keeping.flush()
    startTransition(async () => {
      const answer = await action(IDLE, data).catch(() => unreached(options.outOfReach))
      startTransition(() => settle(answer, sent))
    })
  }

  function settle(answer: Result<T>, sent: FormValues<N>) {
    setResult(answer)
    if (answer.status === 'fault') {
      for (const name of names) if (answer.fields[name]) form.setError(name, { message: answer.fields[name] })
      if (answer.code === 'conflict' && options.anew) router.refresh()
    }
    if (answer.status !== 'done') return
    if (options.takes?.(verb.current) === false) return lead(answer, sent)
    const { version: saved = version } = (answer.data ?? {}) as { version?: number }
    const begun = { version: saved, values: options.clears ? valuesOf(names, stored) : sent }
    forget()
    setBase(begun)
    if (!sameValues(now(), sent)) later(now(), begun)
    else if (options.clears) fill(begun.values)
    lead(answer, sent)
  }

  function lead(answer: Done<T>, sent: FormValues<N>) {
    if (options.onDone) return options.onDone(answer, sent)
    if (answer.to) router.push(answer.to)
    router.refresh()
  }

  /** Back to what is stored, in place of what was typed. */
  function giveUp() {
    forget()
    setResult(IDLE)
    adopt()
  }

  function discard() {
    if (found?.as === 'restored') return giveUp()
    forget()
  }

  const { errors } = form.formState
  const fault = (name: string): string | undefined =>
    name in stored ? errors[name]?.message : result.status === 'fault' ? result.fields[name] : undefined
  return {
    /** For the `form` element. */
    attributes: { id, ref: element, action: post, onSubmit: press, onChange: changed },
    element,
    formKey: result.status === 'done' ? result.nextKey : formKey,
    result,
    /** The browser posted the form by itself and it came back: what is no text must be chosen again. */
    returned,
    base,
    typed,
    dirty: !sameValues(typed, base.values),
    /** The verb that is on its way; '' where the form has but one. */
    pending: pending ? verb.current : null,
    found,
    /** Something in it waits to be looked at: where it stands folded, it opens. */
    unfinished: result.status === 'fault' || found?.as === 'restored',
    restore: keeping.restore,
    discard,
    giveUp,
    fault,
    /** For a line, several lines or a select of the kit. */
    field: (name: N): Asked => ({ ...form.register<string>(name), defaultValue: initial[name], fault: fault(name) }),
    /** For a box to tick, or one answer of several. */
    choice: (name: N, value = 'yes') => ({
      ...form.register<string>(name),
      value,
      defaultChecked: initial[name] === value,
    }),
  }
}

async function loadJudge(schema: SchemaLoader, verb: string): Promise<Resolver<Fields> | null> {
  try {
    const [{ zodResolver }, loaded] = await Promise.all([import('@hookform/resolvers/zod'), schema(verb)])
    return zodResolver(loaded as z.ZodType<unknown, Fields>) as unknown as Resolver<Fields>
  } catch {
    return null
  }
}

/** What stands in the form when React takes it over; React itself puts some of it back to the defaults. */
function typedEarly<N extends string>(id: string | undefined, initial: FormValues<N>): FormValues<N> | null {
  if (typeof document === 'undefined' || id === undefined) return null
  const form = document.getElementById(id)
  return form instanceof HTMLFormElement ? typedIn(form, initial) : null
}

/** A browser sends no box that isn't ticked: what is missing in what came back was taken away. */
function unticked(names: readonly string[], returned: FormValues | null): FormValues {
  return returned ? Object.fromEntries(names.filter((name) => !(name in returned)).map((name) => [name, ''])) : {}
}

function textsOf(form: HTMLFormElement): Fields {
  return Object.fromEntries([...new FormData(form)].flatMap(([name, v]) => (typeof v === 'string' ? [[name, v]] : [])))
}
