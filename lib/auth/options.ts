import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import { decode, encode } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { Fault } from '@/lib/domain/base/fault'
import { memory } from '@/lib/domain/base/memory'
import { addressIn } from './request'
import { cookieName, overHttps, SESSION_MS, secret } from './settings'
import { signIn } from './sign-in'
import { personOf, signOut } from './viewer'

/**
 * next-auth's options: credentials only, hence JWT sessions; the token holds nothing but the id of a session row, which
 * is read on every request.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: secret(),
    session: { strategy: 'jwt', maxAge: SESSION_MS / 1000 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      Credentials({
        name: '雁信',
        credentials: { login: { label: '登录名' }, password: { label: '密码', type: 'password' } },
        async authorize(credentials, request) {
          try {
            const address = addressIn(new Headers(request.headers))
            const { userId, sessionId } = await signIn(credentials?.login ?? '', credentials?.password ?? '', address)
            return { id: userId, sessionId }
          } catch (error) {
            if (error instanceof Fault) return null
            throw error
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) =>
        user ? { sid: (user as unknown as { sessionId: string }).sessionId } : { sid: token.sid },
      async session({ session, token }) {
        const person = await personOf(String(token.sid))
        return { expires: session.expires, user: person ? { name: person.name } : undefined }
      },
    },
    events: { signOut: ({ token }) => signOut(String(token?.sid), Date.now()) },
  }
}

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
