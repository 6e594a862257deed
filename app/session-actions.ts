'use server'
import { cookies, headers } from 'next/headers'
import { action, publicAction } from '@/lib/action/action'
import { HALF, halfCookie, halfIn } from '@/lib/auth/half'
import { sessionCookie } from '@/lib/auth/options'
import { addressIn } from '@/lib/auth/request'
import { cookieName } from '@/lib/auth/settings'
import * as session from '@/lib/auth/sign-in'
import * as viewers from '@/lib/auth/viewer'
import * as passwords from '@/lib/data/people/passwords'
import { changePasswordSchema, nothingSchema, signInCodeSchema, signInSchema } from '@/lib/schemas/people'

export const signIn = publicAction('session.sign_in', signInSchema, async ({ login, password, next }) => {
  try {
    const { sessionId } = await session.signIn(login, password, addressIn(await headers()))
    return await enter(sessionId, next)
  } catch (error) {
    if (!(error instanceof session.SecondStep)) throw error
    const { name, value, ...options } = await halfCookie(error.half)
    ;(await cookies()).set(name, value, options)
    return { message: error.message, to: `/sign-in/code?next=${encodeURIComponent(ownPath(next))}` }
  }
})

export const signInWithCode = publicAction('session.sign_in', signInCodeSchema, async ({ code, next }) => {
  const half = await halfIn((await cookies()).get(HALF)?.value)
  const { sessionId } = await session.signInWithCode(half, code, addressIn(await headers()))
  ;(await cookies()).delete({ name: HALF, path: '/sign-in' })
  return enter(sessionId, next)
})

async function enter(sessionId: string, next: string) {
  const { name, value, ...options } = await sessionCookie(sessionId)
  ;(await cookies()).set(name, value, options)
  return { message: '已登录。', to: ownPath(next) }
}

export const signOut = action('session.sign_out', nothingSchema, async (viewer, _input, { at }) => {
  await viewers.signOut(viewer.sessionId, at)
  ;(await cookies()).delete(cookieName())
  return { message: '已退出。', to: '/sign-in' }
})

export const changePassword = action('password.change', changePasswordSchema, async (viewer, input, arrival) => {
  await passwords.changePassword(viewer, input, arrival)
  return { message: '密码已修改，其他登录已全部退出。', to: '/' }
})

/** Only a path of ours: a sign-in link must not lead elsewhere. */
function ownPath(next: string): string {
  return /^\/(?![/\\])/.test(next) && !/[\r\n\t]/.test(next) ? next : '/'
}
