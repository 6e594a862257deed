import 'server-only'
import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { inTurn } from './limits/hashing'

/** argon2id with the parameters of OWASP's cheat sheet. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), PARAMETERS))
}

/** A hash that nothing matches, so that an unknown name takes as long as a wrong password. */
const nobody = hashPassword(String(Math.random()))

/** Whether the password is the one behind the hash; without a hash it takes as long and says no. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await inTurn(async () => verify(stored ?? (await nobody), password.normalize('NFKC')))
  return stored !== undefined && matches
}

/** A first password to hand over: sixteen characters without look-alikes, of every class. */
export function firstPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const pick = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  const candidate = `${pick()}-${pick()}-${pick()}-${pick()}`
  return /[a-z]/.test(candidate) && /[A-Z]/.test(candidate) && /[0-9]/.test(candidate) ? candidate : firstPassword()
}
