import 'server-only'
import { Fault } from '@/lib/domain/base/fault'

/**
 * Adds the password to what a write gives, outside of it: the answer kept under the request's key never holds one.
 * A repeated request, which writes nothing, hears that it was shown already.
 */
export async function shownOnce(
  password: string,
  work: (done: () => void) => Promise<{ login: string }>,
): Promise<{ login: string; password: string }> {
  let written = false
  const { login } = await work(() => {
    written = true
  })
  if (!written)
    throw new Fault('conflict', `账号“${login}”的初始密码已经显示过一次，不再显示。如没有记下，请重置密码。`)
  return { login, password }
}
