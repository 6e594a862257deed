import { logHead } from './database'
import { everyOf } from './every'
import { sayAll } from './say'
import type { Stand } from './stand'
import { ACTION_IDS } from './stand'

const FOREIGN = ['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1.evil.example']

/** No action answers to another origin, or to none, whatever else a request pretends. */
export async function origins(at: Stand, every = 1): Promise<void> {
  const wrong: string[] = []
  const before = logHead(at.folder)
  const { editor = null } = at.people
  const taken = everyOf(every)
  let calls = 0
  for (const name of ACTION_IDS.keys())
    for (const origin of [null, ...FOREIGN]) {
      if (!taken()) continue
      calls++
      const pretends: Record<string, string> = origin?.startsWith('http')
        ? { 'x-forwarded-host': new URL(origin).host }
        : {}
      const { status, code } = await at.post(editor, name, { id: 'x', version: '1' }, { origin, headers: pretends })
      const refused = origin === null ? code === 'forbidden' : status === 403
      if (!refused) wrong.push(`${name} ${origin ?? '没有来源'}: ${status} ${code}`)
    }
  if (logHead(at.folder) !== before) wrong.push('来源不正确的请求改动了数据')
  sayAll(wrong, `来源：${ACTION_IDS.size} 个提交入口、${FOREIGN.length + 1} 种不应有的来源，${calls} 次全部拒绝`)
}
