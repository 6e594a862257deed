import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { rowsIn } from './database'
import { aForm } from './pairs'
import { sayAll } from './say'
import type { Stand } from './stand'

/** Back, so that nobody's session ends by it. */
const BY_MS = -100 * 86_400_000

const readOf = (skew: string) => (existsSync(`${skew}.read`) ? readFileSync(`${skew}.read`, 'utf8') : '')

/** The clock jumps: what it would place elsewhere waits for its number until the time is confirmed. */
export async function jump(at: Stand, skew: string): Promise<void> {
  const wrong: string[] = []
  const { clerk = null, systemAdmin = null } = at.people
  const submits = () => at.post(clerk, 'saveOrSubmit', aForm(randomUUID(), 0, 'submit'))
  const notes = async () => ((await (await fetch(`${at.origin}/api/health`)).json()) as { notes: string[] }).notes
  const unnumbered = () =>
    rowsIn<{ n: number }>(
      at.folder,
      'SELECT count(*) AS n FROM items WHERE quarter IS NULL AND state = ?',
      'received',
    )[0]?.n
  const set = async (by: number) => {
    writeFileSync(skew, String(by))
    // The server says what it has read (skew.mjs).
    for (let tries = 0; readOf(skew) !== String(by) && tries < 600; tries++) await sleep(50)
  }
  const confirm = (drift: number) =>
    at.post(systemAdmin, 'confirmClock', { drift: String(drift), reason: '与授时中心核对' })

  if ((await notes()).includes('clock')) wrong.push('没有跳变就说时间有疑问')
  await set(BY_MS)
  const [first, second] = [await submits(), await submits()]
  for (const { message } of [first, second]) if (!message.includes('待编号')) wrong.push(`跳变之后：${message}`)
  if (!(await notes()).includes('clock')) wrong.push('自检没有说时间有疑问')
  const home = await (await at.get(systemAdmin, '/')).text()
  if (!home.includes('服务器的时间有疑问') || !home.includes('2 条信息已收下')) wrong.push('管理员首页没有说明')
  if (unnumbered() !== 2) wrong.push(`应有 2 条待编号，实有 ${unnumbered()}`)
  if ((await confirm(BY_MS * 3)).code !== 'conflict') wrong.push('时间又变之后仍可确认')
  await set(0)
  const confirmed = await confirm(0)
  if (!confirmed.message.includes('2 条信息已编号')) wrong.push(`确认：${confirmed.code} ${confirmed.message}`)
  if (unnumbered() !== 0) wrong.push('确认之后仍有待编号的')
  const late = rowsIn<{ ref: string; submitted_at: number }>(
    at.folder,
    'SELECT ref, submitted_at FROM items WHERE submitted_at > ?',
    Date.now() + 60_000,
  )
  for (const { ref, submitted_at } of late)
    wrong.push(`确认之后 ${ref} 仍记在将来：${new Date(submitted_at).toISOString()}`)
  if ((await notes()).includes('clock')) wrong.push('确认之后仍说时间有疑问')
  if (!(await submits()).message.includes('编号 ')) wrong.push('确认之后仍不编号')
  sayAll(wrong, '时间跳变：来稿收下、待编号，首页和自检说明，确认后按更正的时间编号')
}
