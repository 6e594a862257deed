import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { newFormKey } from '@/lib/auth/form-key'
import { rowsIn } from './database'
import { aForm } from './pairs'
import { sayAll } from './say'
import type { Stand, Who } from './stand'

const AT_ONCE = 8
/** How long a press is tried again until it is answered. */
const PATIENCE_MS = 120_000

/** The server is killed while people submit; what was acknowledged is there, and each press there once, however often it was tried. */
export async function kill(at: Stand, { presses, kills }: { presses: number; kills: number }): Promise<void> {
  const { clerk } = at.people as Record<string, Who>
  if (!clerk) throw new Error('the cast lacks a clerk')
  const acknowledged: string[] = []
  let left = presses
  let killed = 0
  const press = async () => {
    while (left-- > 0) {
      const [id, key, until] = [randomUUID(), newFormKey(clerk), Date.now() + PATIENCE_MS]
      while (Date.now() < until) {
        const answer = await at.post(clerk, 'saveOrSubmit', aForm(id, 0, 'submit'), { key }).catch(() => null)
        if (answer?.code === null) {
          acknowledged.push(id)
          break
        }
        await sleep(20)
      }
    }
  }
  const killing = async () => {
    while (killed < kills) {
      const due = ((killed + 1) * presses) / (kills + 1)
      if (acknowledged.length < due && left > -AT_ONCE) {
        await sleep(5)
        continue
      }
      const server = at.server()
      const gone = once(server, 'exit')
      server.kill('SIGKILL')
      await gone
      killed++
      await at.start()
    }
  }
  await Promise.all([killing(), ...Array.from({ length: AT_ONCE }, press)])
  const stored = rowsIn<{ id: string; n: number }>(
    at.folder,
    "SELECT item_id AS id, count(*) AS n FROM item_events WHERE verb = 'submit' GROUP BY item_id",
  )
  const times = new Map(stored.map(({ id, n }) => [id, n]))
  const wrong = acknowledged.flatMap((id) => {
    const n = times.get(id) ?? 0
    return n === 1 ? [] : [`${id}：${n === 0 ? '答复已收到而没有存下' : `存了 ${n} 遍`}`]
  })
  const refs = rowsIn<{ n: number }>(at.folder, 'SELECT count(*) - count(DISTINCT ref) AS n FROM items')[0]?.n
  if (refs !== 0) wrong.push('有重复的编号')
  const sound = rowsIn<{ integrity_check: string }>(at.folder, 'PRAGMA integrity_check')[0]?.integrity_check
  if (sound !== 'ok') wrong.push(`数据库损坏：${sound}`)
  if (acknowledged.length !== presses) wrong.push(`${presses - acknowledged.length} 次报送始终没有得到答复`)
  sayAll(wrong, `强行结束：${killed} 次，其间答复已收到的 ${acknowledged.length} 条一条不少、一条不重`)
}
