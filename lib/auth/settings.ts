import { passwordFault } from '@/lib/domain/people/password'

/** A session ends after a working day in any case; without use much earlier (lib/domain/people/idle). */
export const SESSION_MS = 10 * 3600_000
/** Five wrong passwords lock the pair of account and address, and nobody else. */
export const MAX_FAILURES = 5
export const LOCK_MS = 15 * 60_000

/** Whether 等保's password complexity, rotation and history apply: on unless PASSWORD_RULES=asvs. */
export function strictPasswords(): boolean {
  return process.env.PASSWORD_RULES !== 'asvs'
}

/** Why this password can't be used by this account, or null; `names` are those of the office's units. */
export function newPasswordFault(password: string, login: string, names: readonly string[]): string | null {
  return passwordFault(password, login, strictPasswords(), names)
}

/** The key that signs session tokens; the start script makes and keeps one. */
export function secret(): string {
  const value = process.env.NEXTAUTH_SECRET
  if (!value) throw new Error('NEXTAUTH_SECRET is not set: start with npm start or npm run demo')
  return value
}

/** The configured origin, and in the demo its loopback twin. */
export function allowedOrigins(): string[] {
  const origin = new URL(process.env.NEXTAUTH_URL || 'http://localhost:3000').origin
  if (process.env.YANXIN_DEMO !== '1') return [origin]
  return [origin, origin.replace('//localhost', '//127.0.0.1')]
}

export function overHttps(): boolean {
  return allowedOrigins()[0]?.startsWith('https:') ?? false
}

/** The cookie of next-auth that carries the session token. */
export function cookieName(): string {
  return `${overHttps() ? '__Secure-' : ''}next-auth.session-token`
}
