import 'server-only'
import { randomBytes } from 'node:crypto'
import { pino } from 'pino'

const log = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime })

/** Writes an unexpected error to the log and gives the reference number that the person may quote. */
export function logFault(error: unknown, where: string): string {
  const reference = randomBytes(4).toString('hex').toUpperCase()
  log.error({ reference, where, err: error })
  return reference
}
