/** The questions of the form, in its order. */
export const QUESTIONS = ['title', 'body', 'type', 'eventDay', 'author', 'phone', 'signer', 'unclassified'] as const

export type Question = (typeof QUESTIONS)[number]
export type Typed = Record<Question, string>

/** The typed part of any record of strings. */
export function typedItemOf(values: Readonly<Record<string, string | null | undefined>>): Typed {
  return Object.fromEntries(QUESTIONS.map((name) => [name, values[name] ?? ''])) as Typed
}

export function sameTyped(a: Typed, b: Typed): boolean {
  return QUESTIONS.every((name) => a[name] === b[name])
}

/** What stands in the form as typed: FormData would silently turn half a character into U+FFFD. */
export function typedIn(form: HTMLFormElement): Typed {
  const values: Record<string, string> = {}
  for (const control of form.elements) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) continue
    const choice = control.type === 'radio' || control.type === 'checkbox'
    if (!choice || (control as HTMLInputElement).checked) values[control.name] = control.value
  }
  return typedItemOf(values)
}
