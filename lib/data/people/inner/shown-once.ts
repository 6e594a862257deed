import 'server-only'
import { Fault } from '@/lib/domain/base/fault'
import type { Slip } from '../slip'

/**
 * Adds the password to what a write gives, outside of it: the answer kept under the request's key never holds one.
 * A repeated request, which writes nothing, hears that it was shown already. `sets`: whether the write set it.
 */
export async function shownOnce(
  password: string,
  work: (done: () => void) => Promise<{ login: string; sets: boolean }>,
): Promise<Slip> {
  let written = false
  const { login, sets } = await work(() => {
    written = true
  })
  if (!sets) return { login, password: null }
  if (!written)
    throw new Fault('conflict', `账号“${login}”的初始密码已经显示过一次，不再显示。如没有记下，请重置密码。`)
  return { login, password }
}
