import 'server-only'
import { createHash } from 'node:crypto'
import { narrow } from '@/lib/domain/base/text'

/** Without the letters that are taken for digits (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const CODE_LENGTH = 12

/** What is sealed when a notice is issued: its document without the code, its figures, its rows. */
export type Sealed = { document: string; figures: string; rows: string }

/** The digest of an issued notice: SM3 (GB/T 32905-2016) over document, figures and rows. */
export function digestOfNotice({ document, figures, rows }: Sealed): string {
  return createHash('sm3')
    .update(JSON.stringify([document, figures, rows]))
    .digest('hex')
}

/** The short code that is printed: the first 60 bits of the digest, "7F3K-9Q2M-4T8W". */
export function codeOf(digest: string): string {
  const bits = BigInt(`0x${digest.slice(0, 15)}`)
  const letters = Array.from({ length: CODE_LENGTH }, (_, i) => {
    return ALPHABET[Number((bits >> BigInt(5 * (CODE_LENGTH - 1 - i))) & 31n)]
  }).join('')
  return (letters.match(/.{4}/g) ?? []).join('-')
}

/** A code as a person may have typed it, in the printed form; null when it can be none. */
export function readCode(typed: string): string | null {
  const letters = narrow(typed)
    .toUpperCase()
    .replace(/[\s\-—－]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (letters.length !== CODE_LENGTH || [...letters].some((c) => !ALPHABET.includes(c))) return null
  return (letters.match(/.{4}/g) ?? []).join('-')
}
