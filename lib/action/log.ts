import 'server-only'
import { randomBytes } from 'node:crypto'
import { pino } from 'pino'

const log = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime })

/** Writes an unexpected error to the log and gives the reference number that the person may quote. */
export function logFault(error: unknown, where: string): string {
  const reference = randomBytes(4).toString('hex').toUpperCase()
  log.error({ reference, where, error: told(error) })
  return reference
}

type Told = { name: string; code?: string; constraint?: string; query?: string; at: string[]; cause?: Told }

/**
 * What the log may hold of an error: what it is and where it happened. Never its message, since a database and a parser
 * quote what a person wrote; a statement stands there with marks in place of its values.
 */
export function told(error: unknown, depth = 0): Told {
  if (!(error instanceof Error)) return { name: typeof error, at: [] }
  const { name, stack, cause, code, constraint, query } = error as Error & Record<string, unknown>
  const at = (stack ?? '').split('\n').flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []))
  return {
    name,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(typeof query === 'string' && { query }),
    at: at.slice(0, 12),
    ...(cause instanceof Error && depth < 3 && { cause: told(cause, depth + 1) }),
  }
}
