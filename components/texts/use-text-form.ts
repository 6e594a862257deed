'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useActionState, useEffect, useEffectEvent, useRef, useState, useTransition } from 'react'
import { useKeep } from '@/components/items/keep'
import { type FormAction, IDLE, type Result } from '@/lib/domain/base/result'

export type TextWords = { title: string; body: string }
export type SavedText = { version: number; at: number }
/** The edited text as it is stored: the newest version. */
export type Stored = TextWords & { id: string; version: number; savedBy: string; savedAt: number }
export type TextFormProps = { userId: string; stored: Stored; formKey: string; save: FormAction<SavedText> }

/**
 * The life of the editor's form: what is typed is kept on this machine until it is saved, and always knows the version
 * that it was begun on. Where somebody saved a later one, that is shown beside it, and the next press is on that one.
 */
export function useTextForm({ userId, stored, formKey, save }: TextFormProps) {
  const router = useRouter()
  const element = useRef<HTMLFormElement>(null)
  const [native, post] = useActionState(save, IDLE)
  const [result, setResult] = useState<Result<SavedText>>(native)
  const [initial] = useState<TextWords>(() => (native.status === 'fault' ? wordsOf(native.values) : wordsOf(stored)))
  const [base, setBase] = useState(() => ({
    version: native.status === 'fault' ? Number(native.values.version) || 0 : stored.version,
    key: formKey,
    words: wordsOf(stored),
    at: stored.savedAt,
    own: false,
  }))
  const [early] = useState(() => typedEarlier(stored.id))
  const [typed, setTyped] = useState(initial)
  const [recovered, setRecovered] = useState(false)
  const [pending, startTransition] = useTransition()
  const keep = useKeep(`yanxin:text:${userId}:${stored.id}`)
  const dirty = !same(typed, stored)

  function fill(words: TextWords) {
    if (element.current) fillIn(element.current, words)
    setTyped(words)
  }

  // What was typed before scripts had loaded comes first, then what this machine had kept.
  const recover = useEffectEvent(() => {
    const kept = keep.read()
    if (early && !same(early, initial)) {
      fill(early)
      return keep.later({ version: base.version, values: early })
    }
    if (!kept || same(wordsOf(kept.values), stored)) return
    fill(wordsOf(kept.values))
    setBase((before) => ({ ...before, version: Math.min(kept.version, before.version) }))
    setRecovered(true)
  })
  // Once, when the form opens: later it would put what was kept over what is being typed.
  useEffect(() => recover(), [])

  // The page was read anew. Where nothing was typed the form follows it; else what others saved is shown beside.
  const readAnew = useEffectEvent((version: number) => {
    if (version <= base.version) return
    const now = element.current ? typedIn(element.current) : typed
    if (!same(now, base.words) && !same(now, stored)) return
    fill(wordsOf(stored))
    setBase((before) => ({
      ...before,
      version: stored.version,
      words: wordsOf(stored),
      at: stored.savedAt,
      own: false,
    }))
  })
  // Only another version is news: the form's own saving and typing must not bring the stored words back.
  useEffect(() => readAnew(stored.version), [stored.version])

  function changed() {
    if (!element.current) return
    const values = typedIn(element.current)
    setTyped(values)
    keep.later({ version: base.version, values })
  }

  function press(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending || !element.current) return
    const sent = typedIn(element.current)
    const data = new FormData(element.current)
    keep.later({ version: base.version, values: sent })
    keep.flush()
    startTransition(async () => {
      const answer = await save(IDLE, data).catch(() => OUT_OF_REACH)
      startTransition(() => settle(answer, sent))
    })
  }

  function settle(answer: Result<SavedText>, sent: TextWords) {
    setResult(answer)
    if (answer.status === 'fault') {
      if (answer.code === 'conflict') router.refresh()
      return
    }
    if (answer.status !== 'done' || !answer.data) return
    const { version, at } = answer.data
    keep.drop()
    setRecovered(false)
    setBase({ version, key: answer.nextKey, words: sent, at, own: true })
    const now = element.current && typedIn(element.current)
    if (now && !same(now, sent)) keep.later({ version, values: now })
    router.refresh()
  }

  /** Puts what is stored into the form, in place of what was typed. */
  function follow() {
    keep.drop()
    setRecovered(false)
    fill(wordsOf(stored))
    setBase((before) => ({
      ...before,
      version: stored.version,
      words: wordsOf(stored),
      at: stored.savedAt,
      own: false,
    }))
    setResult(IDLE)
  }

  const meanwhile = dirty && stored.version > base.version
  return {
    formId: formIdOf(stored.id),
    element,
    initial,
    base,
    typed,
    result,
    pending,
    dirty: dirty && !(base.own && same(typed, base.words)),
    recovered,
    /** Whether somebody saved a later version than the one that the typing was begun on. */
    meanwhile,
    version: meanwhile ? stored.version : base.version,
    post,
    press,
    changed,
    follow,
  }
}

function formIdOf(id: string): string {
  return `text-${id}`
}

/** What stands in the form when React takes it over. */
function typedEarlier(id: string): TextWords | null {
  const form = typeof document === 'undefined' ? null : document.getElementById(formIdOf(id))
  return form ? typedIn(form as HTMLFormElement) : null
}

function wordsOf({ title = '', body = '' }: { title?: string; body?: string }): TextWords {
  return { title, body }
}

/** Line ends as the browser's fields have them, so that what was stored equals what was typed. */
function same(a: TextWords, b: TextWords): boolean {
  return a.title === b.title && a.body.replace(/\r\n?/g, '\n') === b.body.replace(/\r\n?/g, '\n')
}

/** What stands in the form as typed: FormData would silently turn half a character into U+FFFD. */
function typedIn(form: HTMLFormElement): TextWords {
  return wordsOf(Object.fromEntries(fieldsOf(form).map(({ name, value }) => [name, value])))
}

function fillIn(form: HTMLFormElement, words: TextWords): void {
  for (const field of fieldsOf(form)) field.value = words[field.name as keyof TextWords]
}

function fieldsOf(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement)[] {
  return [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[name="title"], textarea')]
}

const OUT_OF_REACH: Result<never> = {
  status: 'fault',
  code: 'broken',
  message: '没有连上服务器，不能确定内容是否已保存。内容仍保留在本页和本机：请检查网络后再按一次。',
  fields: {},
  values: {},
}
