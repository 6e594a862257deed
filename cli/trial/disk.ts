import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '@/db/sqlite'
import { TOLD_WITHIN_MS } from '@/lib/domain/base/patience'
import { fileOf, rowsIn } from './database'
import { aForm } from './pairs'
import { say, sayAll } from './say'
import type { Reply, Stand, Who } from './stand'

const clerkOf = (at: Stand): Who => {
  if (!at.people.clerk) throw new Error('the cast lacks a clerk')
  return at.people.clerk
}

const submits = (at: Stand, more = {}) =>
  at.post(clerkOf(at), 'saveOrSubmit', { ...aForm(randomUUID(), 0, 'submit'), ...more })

/** How long each POST took from its arrival, since the file was emptied (timed.mjs). */
const timesIn = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean).map(Number)

const slowestOf = async (all: Promise<Reply>[]) => Math.max(...(await Promise.all(all)).map(({ ms }) => ms))

/** Another program holds the file: each of many is told in time and in words, pages are drawn, and then it works again. */
export async function lock(at: Stand, { people, times }: { people: number; times?: string }): Promise<void> {
  const wrong: string[] = []
  await submits(at)
  // What this machine needs at this time for as many answers that ask nothing of the writer.
  const pace = times ? await slowestOf(Array.from({ length: people }, () => submits(at, { title: '' }))) : 0
  if (times) writeFileSync(times, '')
  const other = connect(fileOf(at.folder))
  other.exec('BEGIN IMMEDIATE')
  const asked = Promise.all(Array.from({ length: people }, () => submits(at)))
  const read = await at.get(clerkOf(at), '/items')
  await read.arrayBuffer()
  const answers = await asked
  other.exec('ROLLBACK')
  other.close()
  if (read.status !== 200) wrong.push(`其间页面 ${read.status}`)
  for (const { code, message } of answers) if (code !== 'busy') wrong.push(`${code ?? 'done'}：${message}`)
  const took = times ? timesIn(times) : []
  if ((await submits(at)).code !== null) wrong.push('放开之后仍不能报送')
  sayAll(wrong, `数据库被占用：${people} 人同时报送，都用文字说明，其间可以查看，放开后即恢复`)
  if (!times) return
  const [slowest, seen] = [Math.max(...took), Math.max(...answers.map(({ ms }) => ms))]
  const beside = `在同一台机器上另一端看来 ${seen.toFixed(0)} 毫秒；此时退回同样多份不合格的表单要 ${pace.toFixed(0)} 毫秒`
  const told = `自到达起最迟 ${slowest} 毫秒得到说明（≤ ${TOLD_WITHIN_MS}；${beside}）`
  say(took.length === people && slowest <= TOLD_WITHIN_MS, `数据库被占用，${people} 人：${told}`)
}

/** The disk takes nothing more: it is told in words and in time, pages are drawn, and then it works again. `disk`: a small one of its own. */
export async function full(at: Stand, { disk, times }: { disk: string; times: string }): Promise<void> {
  const wrong: string[] = []
  const filler = join(disk, 'filler')
  const before = await submits(at)
  if (before.code !== null) wrong.push(`满之前不能报送：${before.message}`)
  for (let size = 1 << 20; size >= 512; size >>= 1)
    try {
      for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' })
    } catch {}
  const answers: Reply[] = []
  // What is left in the last pages of the files may still hold a few.
  for (let n = 0; n < 200 && answers.at(-1)?.code !== 'busy'; n++)
    answers.push(await submits(at, { body: `${randomUUID()}${'正文。'.repeat(3_000)}` }))
  writeFileSync(times, '')
  const many = await Promise.all(
    Array.from({ length: 20 }, () => submits(at, { body: `${randomUUID()}${'正文。'.repeat(3_000)}` })),
  )
  const read = await at.get(clerkOf(at), '/items')
  await read.arrayBuffer()
  if (read.status !== 200) wrong.push(`其间页面 ${read.status}`)
  for (const { code, message } of many) if (!message.includes('磁盘已满')) wrong.push(`${code ?? 'done'}：${message}`)
  const slowest = Math.max(...timesIn(times))
  rmSync(filler)
  if ((await submits(at)).code !== null) wrong.push('腾出空间之后仍不能报送')
  const done = answers.filter(({ code }) => code === null).length + 2
  const stored = rowsIn<{ n: number }>(at.folder, "SELECT count(*) AS n FROM items WHERE title = '样例：两人同时'")[0]
    ?.n
  if (stored !== done) wrong.push(`答复收到的 ${done} 条，存下的 ${stored} 条`)
  sayAll(wrong, '磁盘已满：用文字说明，其间可以查看，腾出空间后即恢复，答复过的一条不少')
  say(slowest <= TOLD_WITHIN_MS, `磁盘已满：自到达起最迟 ${slowest} 毫秒得到说明（≤ ${TOLD_WITHIN_MS}）`)
}

/** The database is moved away under the server: nothing is acknowledged any more, and the server ends. */
export async function moved(at: Stand): Promise<void> {
  const wrong: string[] = []
  await submits(at)
  const server = at.server()
  const gone = once(server, 'exit')
  renameSync(fileOf(at.folder), join(at.folder, 'away.sqlite'))
  const answers = await Promise.all(Array.from({ length: 10 }, () => submits(at).catch(() => null)))
  for (const answer of answers) if (answer?.code === null) wrong.push('数据库移走之后仍答复“已报送”')
  const ended = await Promise.race([gone.then(() => true), sleep(30_000, false)])
  if (!ended) wrong.push('服务没有停下')
  renameSync(join(at.folder, 'away.sqlite'), fileOf(at.folder))
  await at.start()
  if ((await submits(at)).code !== null) wrong.push('放回之后仍不能报送')
  sayAll(wrong, '数据库被移走：不再答复“已报送”，服务停下，放回后恢复')
}
