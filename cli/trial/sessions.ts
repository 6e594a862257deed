import { changeIn } from './database'
import { sayAll } from './say'
import type { Stand, Who } from './stand'

const HOME = '/account'

/** A session that ended, was ended, was replaced or idled is none at the next request; two at once are two. */
export async function sessionsEnd(at: Stand): Promise<void> {
  const wrong: string[] = []
  const { clerk, colleague, signer, securityAdmin } = at.people as Record<string, Who>
  if (!clerk || !colleague || !signer || !securityAdmin) throw new Error('the cast lacks somebody')
  const expect = async (who: Who, inside: boolean, what: string) => {
    const response = await at.get(who, HOME)
    await response.arrayBuffer()
    const { code } = await at.post(who, 'saveOrSubmit', { id: 'x', version: '0', verb: 'save' })
    if ((response.status === 200) !== inside || (code !== 'unauthenticated') !== inside)
      wrong.push(`${what}：页面 ${response.status}，提交 ${code}`)
  }
  await expect(clerk, true, '登录中')
  const second = await another(at, clerk)
  await expect(second, true, '同一人的第二个登录')
  await at.post(second, 'signOut', {})
  await expect(second, false, '退出之后')
  await expect(clerk, true, '退出了另一个登录')
  await at.post(securityAdmin, 'endSession', { id: colleague.sessionId })
  await expect(colleague, false, '被安全管理员结束')
  changeIn(at.folder, 'UPDATE users SET session_version = session_version + 1 WHERE id = ?', signer.userId)
  await expect(signer, false, '密码或角色改动之后')
  const idle = await another(at, clerk)
  changeIn(at.folder, 'UPDATE sessions SET last_seen_at = last_seen_at - 1801000 WHERE id = ?', idle.sessionId)
  await expect(idle, false, '闲置超过半小时')
  const expired = await another(at, clerk)
  changeIn(at.folder, 'UPDATE sessions SET expires_at = 1 WHERE id = ?', expired.sessionId)
  await expect(expired, false, '期满')
  // Not the last letter, of which base64 reads two bits alone.
  const forged = { ...clerk, cookie: clerk.cookie.replace(/.(?=.{9}$)/, (one) => (one === 'A' ? 'B' : 'A')) }
  await expect(forged, false, '改过的登录凭据')
  sayAll(wrong, '登录：退出、被结束、改密、闲置、期满、伪造的都即时失效，同时的两个互不影响')
}

/** One more session of the same person. */
async function another(at: Stand, who: Who): Promise<Who> {
  const sessionId = crypto.randomUUID()
  const now = Date.now()
  changeIn(
    at.folder,
    `INSERT INTO sessions (id, user_id, version, address, created_at, last_seen_at, expires_at)
     SELECT ?, id, session_version, '127.0.0.1', ?, ?, ? FROM users WHERE id = ?`,
    ...[sessionId, now, now, now + 3_600_000, who.userId],
  )
  const { sessionCookie } = await import('@/lib/auth/options')
  const { name, value } = await sessionCookie(sessionId)
  return { ...who, sessionId, cookie: `${name}=${value}` }
}
