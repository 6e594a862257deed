import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Fault } from '@/lib/domain/base/fault'
import { JOBS } from './jobs'
import type { FileWork, WorkerAnswer, WorkerSaid } from './messages'

/*
 * A process that reads and writes files: `node worker BYTES`, forked by process.ts. It holds so many bytes and no more,
 * does one job after another, and ends when whoever forked it lets go.
 */
const say = (said: WorkerSaid) => process.send?.(said)

// Whoever stops the server by a signal to all of its processes lets it finish what it has accepted.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)

const LONGEST_FAREWELL_MS = 5_000
process.once('disconnect', () => setTimeout(() => process.exit(), LONGEST_FAREWELL_MS).unref())

// A thread of its own, since a parser that runs away lets nobody else in.
new Worker(join(process.cwd(), 'lib/files/pool/watch.mjs'), {
  workerData: { most: Number(process.argv[2]), parent: process.ppid },
  execArgv: [],
}).unref()

process.on('message', async (asked: FileWork) => {
  const answer = await answerTo(asked)
  say({ ...answer, memory: process.memoryUsage.rss() } as WorkerAnswer)
})
say('ready')

async function answerTo({ job, given }: FileWork) {
  try {
    return { value: await (JOBS[job] as (...given: readonly unknown[]) => unknown)(...given) }
  } catch (error) {
    if (error instanceof Fault) return { fault: { code: error.code, message: error.message, fields: error.fields } }
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    return { error: { message, stack } }
  }
}
