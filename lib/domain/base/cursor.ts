/** A place in a list ordered by an instant and an id: the last row seen. */
export type Cursor = { at: number; id: string }

/** "1601136000000_4f1c…", as it stands in an address. */
export function formatCursor({ at, id }: Cursor): string {
  return `${at}_${id}`
}

/** The place that s names, or undefined: a bad one begins the list anew. */
export function parseCursor(s: string | undefined): Cursor | undefined {
  const match = /^(\d{1,15})_([0-9A-Za-z_-]{1,64})$/.exec(s ?? '')
  return match?.[1] && match[2] ? { at: Number(match[1]), id: match[2] } : undefined
}
