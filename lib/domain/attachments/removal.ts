const REMOVE = 'remove-'

/** The name of the box that takes an attachment out. */
export const removeField = (attachmentId: string) => `${REMOVE}${attachmentId}`

/** The ids of the attachments whose box was ticked, among the fields of a form. */
export function removedIn(fields: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(fields)
    .filter((name) => name.startsWith(REMOVE))
    .map((name) => name.slice(REMOVE.length))
}
