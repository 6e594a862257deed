import { z } from 'zod'

/** As many fields as any form for strangers has, many times over. */
export const MOST_FIELDS = 500

/** The names of the fields that a schema asks for; null where what is asked for is named by the data (a loose object). */
export function fieldNamesOf(schema: z.core.$ZodType): ReadonlySet<string> | null {
  if (schema instanceof z.ZodPipe) return fieldNamesOf(schema.in)
  if (schema instanceof z.ZodObject && schema.def.catchall === undefined) return new Set(Object.keys(schema.shape))
  return null
}

/** Of what was typed that which the schema knows: nothing that a stranger made up is kept or sent back. */
export function knownOf(typed: Record<string, string>, schema: z.ZodType): Record<string, string> {
  const names = fieldNamesOf(schema)
  return names ? Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name))) : typed
}
