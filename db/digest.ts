import { createHash, createHmac, hash } from 'node:crypto'
import { auditKey } from './key'

/** With which digest the log is kept: SM3 (GB/T 32905), or SHA-256 where AUDIT_DIGEST says so. */
export type Algorithm = 'sm3' | 'sha256'

const ALGORITHMS: readonly Algorithm[] = ['sm3', 'sha256']

/** What stands in a row of a sealed table, by column. */
export type SealedRow = Readonly<Record<string, unknown>>

let inUse: Algorithm | undefined

/** The digest that new entries use. Old ones name their own, so it may be changed between two starts. */
export function algorithm(): Algorithm {
  inUse ??= chosenAlgorithm()
  return inUse
}

function chosenAlgorithm(): Algorithm {
  const chosen = process.env.AUDIT_DIGEST || 'sm3'
  const known = ALGORITHMS.find((one) => one === chosen)
  if (!known) throw new Error(`AUDIT_DIGEST must be ${ALGORITHMS.join(' or ')}, not ${chosen}`)
  return known
}

/** The algorithm that a digest names, or null. */
export function algorithmOf(digest: string): Algorithm | null {
  return ALGORITHMS.find((one) => digest.startsWith(`${one}:`)) ?? null
}

/**
 * The digest of a row. What is empty (null, '', 0, no) is left out, so that a column added later, empty at first, changes
 * no digest of before.
 */
export function rowDigest(columns: readonly string[], row: SealedRow, by?: Algorithm): string {
  return cellsDigest(
    columns,
    columns.map((column) => row[column]),
    by,
  )
}

/** The same of a row that comes as its cells, in the order of the columns. */
export function cellsDigest(columns: readonly string[], cells: readonly unknown[], by = algorithm()): string {
  const filled: unknown[] = []
  for (let i = 0; i < columns.length; i++) {
    const value = cells[i]
    if (value) filled.push(columns[i], value === true ? 1 : value)
  }
  return `${by}:${hash(by, JSON.stringify(filled), 'base64url')}`
}

/** The digest of all rows that belong to an entry, fed in the order of their names. */
export function rowsDigest(by: Algorithm = algorithm()) {
  const hash = createHash(by)
  return {
    add: (record: string, was: string | null, now: string | null) =>
      void hash.update(`${record} ${was ?? ''} ${now ?? ''}\n`),
    end: () => hash.digest('base64url'),
  }
}

/** Binds a text to the key that is kept outside the database. */
export function keyed(text: string, by: Algorithm = algorithm()): string {
  return `${by}:${createHmac(by, auditKey()).update(text).digest('hex')}`
}
