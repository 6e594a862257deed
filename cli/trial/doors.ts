import { PAGES } from '@/lib/domain/people/pages'
import { can, type POLICY, reaches } from '@/lib/domain/people/policy'
import { logHead } from './database'
import { everyOf } from './every'
import { sayAll } from './say'
import type { Stand, Who } from './stand'
import { ACTION_IDS } from './stand'
import { ACTIONS, rightWhileUnissued } from './verbs'

/** Of items the states that have left their unit at least once; what the policy asks is asked of the stored item. */
const STATE = { graded: 'received', not_used: 'received' } as Record<string, string>

/** What a page says that is not there for somebody. */
const WORDS: Record<number, string> = { 403: '不能查看本页', 404: '没有找到' }

/**
 * Every action, page and route of the build × everybody × items of the own and of another unit in every state: answered as the
 * policy says, and whoever is refused has changed nothing.
 */
export async function doors(at: Stand, every = 1): Promise<void> {
  await actions(at, everyOf(every))
  await pages(at, everyOf(every))
}

async function actions(at: Stand, taken: () => boolean): Promise<void> {
  const wrong: string[] = []
  let calls = 0
  const before = logHead(at.folder)
  const refused = async (who: Who | null, name: string, whoseName: string, expected: string[], id = 'x') => {
    const verb = ACTIONS[name]
    if (verb === 'public' || verb === undefined || !taken()) return
    calls++
    const { code } = await at.post(who, name, { id, version: '1', itemId: id, reason: '检验' })
    if (code === null || !expected.includes(code)) wrong.push(`${name} ${whoseName} ${id}: ${code ?? 'done'}`)
  }
  const nobodyKnows = Object.keys(ACTIONS).filter((name) => !ACTION_IDS.has(name))
  const unknown = [...ACTION_IDS.keys()].filter((name) => !(name in ACTIONS))
  for (const name of [...nobodyKnows, ...unknown]) wrong.push(`${name}: 构建与清单不一致`)
  for (const name of Object.keys(ACTIONS)) {
    const verb = ACTIONS[name]
    if (verb === 'public' || verb === undefined) continue
    await refused(null, name, '未登录', ['unauthenticated'])
    await refused(at.people.disabled ?? null, name, '停用', ['unauthenticated'])
    for (const [whose, who] of Object.entries(at.people)) {
      if (whose === 'disabled' || can(who, verb).allowed) continue
      await refused(who, name, whose, ['forbidden'])
    }
    if (verb.startsWith('item.')) await ofItems(at, name, verb, refused)
  }
  const after = logHead(at.folder)
  if (after !== before) wrong.push(`被拒绝的请求改动了数据：日志从第 ${before} 条到第 ${after} 条`)
  sayAll(wrong, `提交入口：${ACTION_IDS.size} 个、${calls} 次不应允许的调用，全部按规定拒绝，没有一处改动`)
}

/** An item that somebody with the right does not reach is not found, whatever the verb. */
async function ofItems(
  at: Stand,
  name: string,
  verb: keyof typeof POLICY,
  refused: (who: Who, name: string, whose: string, expected: string[], id: string) => Promise<void>,
): Promise<void> {
  for (const [whose, who] of Object.entries(at.people)) {
    if (whose === 'disabled' || !can(who, verb).allowed) continue
    for (const [unitId, states] of Object.entries(at.items))
      for (const [state, id] of Object.entries(states)) {
        const item = { unitId, state: (STATE[state] ?? state) as never, submitted: state !== 'draft' }
        // A form of several items answers for each of them; one of a new item refuses what it lacks before it looks.
        if (!reaches(who, item)) await refused(who, name, whose, ['not_found', 'invalid', 'conflict'], id)
      }
  }
}

async function pages(at: Stand, taken: () => boolean): Promise<void> {
  const wrong: string[] = []
  let calls = 0
  const ask = async (who: Who | null, whose: string, path: string, expected: readonly number[]) => {
    if (!taken()) return
    calls++
    const response = await at.get(who, path)
    const text = await response.text()
    if (!expected.includes(response.status))
      wrong.push(`${path} ${whose}: ${response.status}，应为 ${expected.join(' 或 ')}`)
    const words = response.headers.get('content-type')?.startsWith('text/html') && WORDS[response.status]
    // Outside the scripts: whoever has none reads it too.
    if (words && !text.replace(/<script[\s\S]*?<\/script>/g, '').includes(words))
      wrong.push(`${path} ${whose}: ${response.status}，不运行脚本时页面没有说明`)
  }
  const people = Object.entries(at.people).filter(([whose]) => whose !== 'disabled')
  for (const [pattern, asked] of Object.entries(PAGES)) {
    if (asked === 'public') continue
    const right = rightWhileUnissued(pattern, asked)
    const path = pattern.replace('[quarter]', '2026Q2').replace('[id]', 'x').replace('[attachment]', 'x')
    const away = [303, 307, 401]
    await ask(null, '未登录', path, away)
    await ask(at.people.disabled ?? null, '停用', path, away)
    for (const [whose, who] of people) {
      if (who.mustChangePassword && right !== 'password.change') await ask(who, whose, path, [303, 307, 403])
      else if (!can(who, right).allowed) await ask(who, whose, path, [403])
      else await ask(who, whose, path, [200, 303, 307, 400, 404])
    }
  }
  await ask(at.people.clerk ?? null, '经办', '/no-such-page', [404])
  for (const [whose, who] of people)
    for (const [unitId, states] of Object.entries(at.items))
      for (const [state, id] of Object.entries(states)) {
        if (who.mustChangePassword) continue
        const item = { unitId, state: (STATE[state] ?? state) as never, submitted: state !== 'draft' }
        const [own, desk] = [can(who, 'item.read').allowed, can(who, 'desk.read').allowed]
        await ask(who, whose, `/items/${id}`, own ? [reaches(who, item) ? 200 : 404] : [403])
        await ask(who, whose, `/desk/${id}`, desk ? [reaches(who, item) ? 200 : 404] : [403])
      }
  sayAll(wrong, `页面和文件：${Object.keys(PAGES).length} 个、${calls} 次访问，状态都合规定`)
}
