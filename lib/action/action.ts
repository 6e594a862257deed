import 'server-only'
import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { noteStranger, refusalsNoted } from '@/lib/auth/accesses'
import { isBusy } from '@/lib/auth/alive'
import { arrivalIn, signedArrival } from '@/lib/auth/arrival'
import { currentViewer } from '@/lib/auth/current'
import { newFormKey } from '@/lib/auth/form-key'
import { addressIn, arrivedAt, clockOff, numberOf } from '@/lib/auth/request'
import { allowedOrigins } from '@/lib/auth/settings'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import { cameFrom } from '@/lib/domain/base/origin'
import { cameBefore } from '@/lib/domain/base/patience'
import type { FormAction, Result } from '@/lib/domain/base/result'
import { markedFields } from '@/lib/domain/base/secrecy'
import { type Action, can, type Viewer } from '@/lib/domain/people/policy'
import { Busy } from './busy'
import { type FormFields, fieldsOf, typedOf } from './fields'
import { knownOf, MOST_FIELDS } from './known'
import { logFault } from './log'
import { keepLost } from './lost'
import { strangeForm } from './whose'

/** What a use case tells the form: a sentence, where to go, and data for the page. */
export type Done<T> = { message: string; to?: string; data?: T }

const NEVER_RETURNED = /password|current|again/

/**
 * The one path from a form to a use case: origin, viewer, schema, idempotency key, use case, typed result.
 * Without JavaScript the browser posts the form itself and is redirected; with it, the result says where to go.
 */
export function action<S extends z.ZodType, T = unknown>(
  verb: Action,
  schema: S,
  useCase: (viewer: Viewer, input: z.output<S>, arrival: Arrival) => Promise<Done<T>>,
): FormAction<T> {
  const asked = async (viewer: Viewer, raw: FormFields, at: number): Promise<Done<T>> => {
    const { key = '', arrived = '' } = typedOf(raw)
    const verdict = can(viewer, verb)
    if (!verdict.allowed) throw new Fault('forbidden', verdict.reason)
    const off = clockOff(await headers())
    const press = arrivalIn(arrived, viewer.userId, key, Date.now()) ?? { at, off }
    if (isBusy(await headers())) throw new Busy(press.at, signedArrival(viewer.userId, key, press))
    return useCase(viewer, parse(schema, raw), { ...press, key })
  }

  return guarded(verb, schema, async (raw, at) => {
    const viewer = await currentViewer()
    if (!viewer) noteStranger(addressIn(await headers()), 'stranger.refused')
    const { key = '' } = typedOf(raw)
    // A session ends from whichever page is there.
    const strange = viewer && verb === 'session.sign_out' ? null : strangeForm(key, viewer)
    // A form that the browser posted by itself is answered by a page, which would be drawn for the session that is there.
    if (strange?.code === 'unauthenticated' && !(await sentByScript())) {
      const number = keepLost(numberOf(await headers()), returnable(raw, schema))
      redirect(`/sign-in?lost=${number}${viewer ? '&other=1' : ''}`)
    }
    if (strange || !viewer) throw strange
    return {
      ...(await refusalsNoted(viewer, { right: verb }, () => asked(viewer, raw, at))),
      nextKey: newFormKey(viewer),
    }
  })
}

/** The same path for what needs no session: signing in. */
export function publicAction<S extends z.ZodType>(
  name: string,
  schema: S,
  useCase: (input: z.output<S>) => Promise<Done<unknown>>,
): FormAction {
  return guarded(name, schema, async (raw) => {
    if (Object.keys(raw).length > MOST_FIELDS)
      throw new Fault('invalid', '提交的内容有误，没有提交。请刷新页面后再试。')
    return { ...(await useCase(parse(schema, raw))), nextKey: randomUUID() }
  })
}

function guarded<T>(
  name: string,
  schema: z.ZodType,
  work: (raw: FormFields, at: number) => Promise<Done<T> & { nextKey: string }>,
): FormAction<T> {
  return async (_previous, form) => {
    const at = arrivedAt(await headers())
    const raw = fieldsOf(form)
    let done: Done<T> & { nextKey: string }
    try {
      await checkOrigin()
      const waited = Date.now() - at
      done = await cameFrom(addressIn(await headers()), () => cameBefore(waited, () => work(raw, at)))
    } catch (error) {
      unstable_rethrow(error)
      return faultResult(error, name, returnable(raw, schema))
    }
    if (done.to && !(await sentByScript())) redirect(done.to)
    return { status: 'done', ...done }
  }
}

function faultResult(error: unknown, name: string, values: Record<string, string>): Result<never> {
  if (error instanceof Fault) {
    const { code, message, fields, told, see } = error
    const asks = told.length > 0 && { told: told.join(',') }
    return {
      ...{ status: 'fault', code, message, fields, values },
      ...(error instanceof Busy && { arrived: error.arrived }),
      ...asks,
      ...(see && { see }),
    }
  }
  const reference = logFault(error, name)
  const message = `系统出错，内容没有提交，仍保留在本页。请稍后再试；如仍不成功，请联系系统管理员并报告编号 ${reference}。`
  return { status: 'fault', code: 'broken', message, reference, fields: {}, values }
}

/** What may be shown again of what was typed: no password, and no field that the form has not. */
function returnable(raw: FormFields, schema: z.ZodType): Record<string, string> {
  const known = Object.entries(knownOf(typedOf(raw), schema))
  return Object.fromEntries(known.filter(([field]) => !NEVER_RETURNED.test(field)))
}

/** What the schema makes of what was sent. Whatever a person wrote is judged for markings, in whichever field it stands. */
function parse<S extends z.ZodType>(schema: S, raw: FormFields): z.output<S> {
  const parsed = schema.safeParse(raw)
  const marked = markedFields(writtenIn(raw))
  if (parsed.success && Object.keys(marked).length === 0) return parsed.data
  const fields: Record<string, string> = {}
  if (parsed.error) for (const { path, message } of parsed.error.issues) fields[String(path[0] ?? '')] ??= message
  for (const [name, message] of Object.entries(marked)) fields[name] ??= message
  const count = Object.keys(fields).length
  throw new Fault('invalid', `有 ${count} 处需要修改，内容没有提交。`, fields)
}

/** All words of a form: what was typed and the names of files; passwords are nobody's to read. */
function writtenIn(raw: FormFields): Record<string, string> {
  const words = Object.entries(raw).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string'
      ? value
      : [value]
          .flat()
          .map((file) => file.name)
          .join('\n'),
  ])
  return Object.fromEntries(words.filter(([name]) => !NEVER_RETURNED.test(name)))
}

/** Server actions are public endpoints, and Next itself lets a missing Origin pass. */
async function checkOrigin(): Promise<void> {
  const origin = (await headers()).get('origin')
  if (origin === null || !allowedOrigins().includes(origin)) {
    noteStranger(addressIn(await headers()), 'stranger.refused')
    throw new Fault('forbidden', `请求的来源不正确，没有提交。请从 ${allowedOrigins()[0]} 打开本系统。`)
  }
}

async function sentByScript(): Promise<boolean> {
  return (await headers()).has('next-action')
}
