import 'server-only'
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { generateSecret, generateURI, verifySync } from 'otplib'
import { encode } from 'uqr'
import type { Database } from '@/db/client'
import { secondFactors } from '@/db/schema'
import { Fault } from '@/lib/domain/base/fault'
import { codeTyped, isPhoneCode, RECOVERY_CODES } from '@/lib/domain/people/second-factor'
import { secret } from './settings'

const STEP_SECONDS = 30
const ISSUER = '雁信'

export type FactorRow = typeof secondFactors.$inferSelect

/** The second factor of an account, switched on or only begun. */
export async function factorOf(from: Database, userId: string): Promise<FactorRow | undefined> {
  const [row] = await from.select().from(secondFactors).where(eq(secondFactors.userId, userId))
  return row
}

/** A fresh key, as it is stored. */
export function newFactorSecret(): string {
  return encrypted(generateSecret())
}

/** What a phone needs: the key to type, and the same as a QR code, row by row. */
export function phoneKey(row: Pick<FactorRow, 'secret'>, login: string): { key: string; rows: boolean[][] } {
  const key = decrypted(row.secret)
  const uri = generateURI({ issuer: ISSUER, label: login, secret: key })
  return { key: key.replace(/(.{4})(?=.)/g, '$1 '), rows: encode(uri, { border: 2 }).data }
}

/**
 * What of a factor a code uses up: the time step of a phone's code, one step before or after now and newer than the last
 * one used, or a recovery code. Null when the code is neither. `change`: what is to be stored, so that it counts once.
 */
export function usedBy(row: FactorRow, typed: string, now: number) {
  const code = codeTyped(typed)
  if (!isPhoneCode(code)) {
    const left = JSON.parse(row.recovery) as string[]
    const digest = recoveryDigest(row.userId, code)
    const recovery = JSON.stringify(left.filter((one) => one !== digest))
    return left.includes(digest) ? ({ by: 'recovery', change: { recovery } } as const) : null
  }
  const epoch = Math.floor(now / 1000)
  // A clock that went back: what was used already is newer than anything that a phone shows now.
  if (row.lastStep > epoch / STEP_SECONDS + 1) return null
  const key = decrypted(row.secret)
  const found = verifySync({
    secret: key,
    token: code,
    epoch,
    epochTolerance: STEP_SECONDS,
    afterTimeStep: row.lastStep,
  })
  return found.valid && 'timeStep' in found ? ({ by: 'code', change: { lastStep: found.timeStep } } as const) : null
}

/** Fresh recovery codes, shown once, and what is stored of them. */
export function newRecoveryCodes(userId: string): { codes: string[]; recovery: string } {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  const pick = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')
  const codes = Array.from({ length: RECOVERY_CODES }, () => `${pick()}-${pick()}`)
  return { codes, recovery: JSON.stringify(codes.map((code) => recoveryDigest(userId, codeTyped(code)))) }
}

/** Fifty bits of chance, under the server's secret: no slow hash is needed. */
function recoveryDigest(userId: string, code: string): string {
  return createHmac('sha256', key('recovery codes'))
    .update(JSON.stringify([userId, code]))
    .digest('base64url')
}

function key(use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret(), '', `yanxin ${use}`, 32))
}

function encrypted(text: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key('second factor'), iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

function decrypted(stored: string): string {
  try {
    return deciphered(Buffer.from(stored, 'base64url'))
  } catch {
    throw new Fault('conflict', '服务器的密钥已经更换，原来的动态码不能再用。请联系系统管理员重置动态码。')
  }
}

function deciphered(bytes: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key('second factor'), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}
