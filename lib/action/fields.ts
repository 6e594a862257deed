/** What a form sent: typed text, a chosen file, or several chosen in one field. */
export type FormFields = Record<string, string | File | File[]>

/** The fields of a form; React's own and empty choices of a file stay out. */
export function fieldsOf(form: unknown): FormFields {
  const fields: FormFields = {}
  if (!(form instanceof FormData)) return fields
  for (const [name, value] of form) {
    if (name.startsWith('$')) continue
    if (typeof value === 'string') fields[name] = value
    else if (isChosen(value)) fields[name] = withFile(fields[name], value)
  }
  return fields
}

/** A field in which no file was chosen comes as an empty file without a name; React writes that as "undefined". */
function isChosen({ name, size }: File): boolean {
  return size > 0 || !['', 'undefined'].includes(name)
}

function withFile(before: FormFields[string] | undefined, file: File): File | File[] {
  return before === undefined || typeof before === 'string' ? file : [before, file].flat()
}

/** What was typed, and no file: a browser chooses a file anew. */
export function typedOf(fields: FormFields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
