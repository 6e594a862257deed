import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import { decode, encode } from 'next-auth/jwt'
import { memory } from '@/lib/domain/base/memory'
import { cookieName, overHttps, SESSION_MS, secret } from './settings'
import { sessionStanding } from './viewer'

/**
 * next-auth's options: JWT sessions, whose token holds nothing but the id of a session row, which is read on every request.
 * Names and passwords come through our own form (sign-in); a provider named here gets its doors (`DOORS`).
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: secret(),
    session: { strategy: 'jwt', maxAge: SESSION_MS / 1000 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [],
    callbacks: {
      jwt: ({ token }) => ({ sid: token.sid }),
      // Until when the session stands without another use; asking is none.
      async session({ session, token }) {
        const standing = await sessionStanding(String(token.sid))
        const expires = new Date(standing?.until ?? 0).toISOString()
        return { ...session, expires, user: standing ? { name: standing.person.name } : undefined }
      },
    },
  }
}

/** What of next-auth's own doors the portal needs; every other one is closed. */
export const DOORS: readonly string[] = ['GET session']

/** The session cookie that next-auth would set, for a sign-in through our own form. */
export async function sessionCookie(sessionId: string) {
  const value = await encode({ token: { sid: sessionId }, secret: secret(), maxAge: SESSION_MS / 1000 })
  return {
    name: cookieName(),
    value,
    httpOnly: true,
    sameSite: 'lax' as const,
    path: '/',
    secure: overHttps(),
    maxAge: SESSION_MS / 1000,
  }
}

// A token's content never changes, so its decryption is kept; whether its session still stands is asked every time.
const decoded = memory<{ sid: string; until: number }>('session tokens', { most: 5000 })

/** The session id in a token, or null when it is not ours or is over. */
export async function sessionIdIn(token: string): Promise<string | null> {
  const known = decoded.get(token)
  if (known) return known.until > Date.now() ? known.sid : null
  try {
    const claims = await decode({ token, secret: secret() })
    if (typeof claims?.sid !== 'string') return null
    decoded.set(token, { sid: claims.sid, until: Number(claims.exp) * 1000 })
    return claims.sid
  } catch {
    return null
  }
}
