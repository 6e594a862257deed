/** What stands in the fields of a form, by name. A box that isn't ticked is ''. */
export type FormValues<N extends string = string> = Readonly<Record<N, string>>

/** What was typed, with the version of the stored text that it was begun on (0 where there is none). */
export type Kept = { version: number; values: FormValues }

/** The fields of these names, with line ends as a browser has them, so that what was stored equals what was typed. */
export function valuesOf<N extends string>(
  names: readonly N[],
  given: Readonly<Record<string, unknown>>,
): FormValues<N> {
  const textOf = (value: unknown) => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '')
  return Object.fromEntries(names.map((name) => [name, textOf(given[name])])) as FormValues<N>
}

export function sameValues(a: FormValues, b: FormValues): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}

/** What was found in the store when a form opened: put back by itself, or offered to whoever is typing. */
export type Found = { as: 'restored' | 'offered'; version: number; values: FormValues }

type Moment = {
  kept: Kept | null
  /** What stood in the form when it was drawn, and what stands there now. */
  initial: FormValues
  now: FormValues
  /** What the server has. */
  base: Kept
  /** Whether what was begun on an earlier version is put back without asking. */
  insist: boolean
}

/** What to do with what was kept: nothing typed since is ever overwritten by it, and no later version unasked. */
export function foundAgain({ kept, initial, now, base, insist }: Moment): Found | null {
  if (!kept) return null
  const values = valuesOf(Object.keys(base.values), { ...base.values, ...kept.values })
  if (sameValues(values, base.values) || sameValues(values, now)) return null
  const asks = !sameValues(now, initial) || (!insist && kept.version < base.version)
  return { as: asks ? 'offered' : 'restored', version: kept.version, values }
}

/** What stands in a form as typed: FormData would silently turn half a character into U+FFFD. */
export function typedIn<N extends string>(form: HTMLFormElement, otherwise: FormValues<N>): FormValues<N> {
  const typed: Record<string, string> = { ...otherwise }
  const seen = new Set<string>()
  for (const control of form.elements) {
    if (!isControl(control) || !(control.name in otherwise)) continue
    const on = !isChoice(control) || control.checked
    if (on || !seen.has(control.name)) typed[control.name] = on ? control.value : ''
    seen.add(control.name)
  }
  return valuesOf(Object.keys(otherwise) as N[], typed)
}

type FieldControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function isControl(element: Element): element is FieldControl {
  return ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName)
}

function isChoice(control: FieldControl): control is HTMLInputElement {
  return control.type === 'radio' || control.type === 'checkbox'
}
