import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { overHttps, secret } from './settings'

/** How long after the password the code may be typed. */
const HALF_SECONDS = 5 * 60
/** Another salt than that of session tokens: neither opens what the other does. */
const SALT = 'half a sign-in'

/** Whose password was right, as the account was then. */
export type Half = { userId: string; version: number }

/** The cookie between the password and the code of a sign-in. */
export async function halfCookie(half: Half) {
  const value = await encode({ token: half, secret: secret(), salt: SALT, maxAge: HALF_SECONDS })
  return {
    name: HALF,
    value,
    httpOnly: true,
    sameSite: 'lax',
    path: '/sign-in',
    secure: overHttps(),
    maxAge: HALF_SECONDS,
  } as const
}

export const HALF = 'yanxin-half'

/** What the cookie says, or null when it is none of ours or too old. */
export async function halfIn(token: string | undefined): Promise<Half | null> {
  try {
    const claims = await decode({ token, secret: secret(), salt: SALT })
    return typeof claims?.userId === 'string' && typeof claims.version === 'number'
      ? { userId: claims.userId, version: claims.version }
      : null
  } catch {
    return null
  }
}
