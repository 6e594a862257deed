import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { serverActions } from '@/e2e/actions'
import { POLICY } from '@/lib/domain/people/policy'
import { PLACES } from '@/lib/files/attachments/marked.testing'
import { draftForm, type Office, office } from './office'

/*
 * A marking in every field of every form, by whoever may send it, and at every place of a file where words can stand: each
 * stops, and is told at its field. A line a goal; exit code 1 where one is missed.
 */
const MARKINGS = ['机密★10年', '絶密★', '秘密☆', '机密10年', '密级：机密', '绝 密\u200b＊']
/** What is nobody's to read, and what is no words of a form. */
const NO_WORDS = /password|current|again|^(?:key|arrived|attachments|files?)$/
/** A name that no form has: whatever is sent is judged. */
const STRANGE = 'made_up'

type Form = { action: string; who: keyof Office['cookies']; fields: string[]; beside: Record<string, string> }

const root = process.cwd()
const ROLE: Partial<Record<string, keyof Office['cookies']>> = {
  clerk: 'clerk',
  editor: 'issuer',
  reader: 'reader',
  system_admin: 'system',
  security_admin: 'security',
  audit_admin: 'auditor',
}

/** The one form with two verbs behind its one door. */
const TWO_VERBS = [
  ['item.save', 'saveFormSchema', 'save'],
  ['item.submit', 'submitFormSchema', 'submit'],
] as const

/** Every form of the build: its action, who may send it, and the fields that its schema asks for. */
async function forms(): Promise<Form[]> {
  const schemas: Record<string, z.ZodType> = {}
  for (const name of readdirSync(join(root, 'lib/schemas')).filter((one) => /^\w+\.ts$/.test(one)))
    Object.assign(schemas, await import(`@/lib/schemas/${name}`))
  const sources = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /actions\.ts$/.test(path))
    .map((path) => readFileSync(join(root, 'app', path), 'utf8'))
    .join('\n')
  const form = (action: string, verb: string, schema: string, beside: Record<string, string> = {}): Form => {
    const roles: readonly string[] = verb in POLICY ? POLICY[verb as keyof typeof POLICY].roles : []
    const who = roles.length === 0 ? 'stranger' : roles.flatMap((role) => ROLE[role] ?? [])[0]
    if (!who) throw new Error(`nobody may send ${action}`)
    const fields = [...namesOf(schemas[schema]), STRANGE].filter((field) => !NO_WORDS.test(field) && !(field in beside))
    return { action, who, fields, beside }
  }
  return serverActions().flatMap(({ name }) => {
    if (name === 'saveOrSubmit')
      return TWO_VERBS.map(([verb, schema, pressed]) => form(name, verb, schema, { verb: pressed }))
    const made = new RegExp(`export const ${name} = (?:action|publicAction)\\(\\s*'([\\w.]+)',\\s*(\\w+)`).exec(sources)
    if (!made) throw new Error(`${name} does not go through the one wrapper`)
    return [form(name, made[1] ?? '', made[2] ?? '')]
  })
}

/** The fields that a schema asks for; of one that takes whatever its form has, those that it names. */
function namesOf(schema: object | undefined): string[] {
  if (schema && 'shape' in schema) return Object.keys(schema.shape as object)
  return schema && 'in' in schema ? namesOf(schema.in as object) : []
}

const ids = new Map(serverActions().map(({ name, id }) => [name, id]))

/** What the server answers to a form. */
async function answer(
  at: Office,
  { action, who }: Pick<Form, 'action' | 'who'>,
  fields: Record<string, string | File>,
): Promise<string> {
  const body = new FormData()
  for (const [field, value] of Object.entries({ key: await keyOf(at, who), ...fields }))
    body.append(`_1_${field}`, value)
  body.append('0', '[{"status":"idle"},"$K1"]')
  const headers = {
    cookie: at.cookies[who],
    origin: at.origin,
    'next-action': ids.get(action) ?? '',
    accept: 'text/x-component',
  }
  return (await fetch(`${at.origin}/verify`, { method: 'POST', headers, body })).text()
}

const marks = new Map<string, string>()

/** A key of this person's, as every page with a form hands one out. */
async function keyOf(at: Office, who: Form['who']): Promise<string> {
  if (!marks.has(who)) {
    const page = await fetch(`${at.origin}/account`, { headers: { cookie: at.cookies[who] } })
    marks.set(who, /name="key" value="[0-9a-f-]+_([0-9a-f]+)/.exec(await page.text())?.[1] ?? '')
  }
  return `${randomUUID()}_${marks.get(who)}`
}

const MARKED = '密级标志'

/** Nothing was taken, and the field is named: for its marking, or where it takes no words at all, for what it is not. */
function stopped(text: string, field: string): boolean {
  const [, fields = ''] = /"status":"fault","code":"invalid","message":"[^"]*","fields":(\{[^}]*\})/.exec(text) ?? []
  return fields.includes(`"${field}":`)
}

const missed: string[] = []
let tried = 0
function note(holds: boolean, what: string): void {
  tried++
  if (holds) return
  missed.push(what)
  process.stdout.write(`✗ 未达到 ${what}\n`)
}

const at = await office()
try {
  for (const form of await forms())
    for (const field of form.fields) {
      const words = MARKINGS[tried % MARKINGS.length] ?? ''
      const text = await answer(at, form, { ...form.beside, [field]: words })
      note(stopped(text, field), `${form.action} 的 ${field}：${words} ${text.slice(0, 200)}`)
    }
  for (const { name, where, bytes } of PLACES) {
    const file = new File([bytes('机密★10年') as BlobPart], name)
    const draft = { ...draftForm(), attachments: file }
    const text = await answer(at, { action: 'saveOrSubmit', who: 'clerk' }, draft)
    note(stopped(text, 'attachments') && text.includes(MARKED), `${name} 的${where} ${text.slice(0, 200)}`)
  }
} finally {
  await at.end()
}
process.stdout.write(
  `${missed.length === 0 ? '✓ 达到  ' : '✗ 未达到'} 密级标志 ${tried} 处，${tried - missed.length} 处被拦下\n`,
)
process.exitCode = missed.length > 0 ? 1 : 0
