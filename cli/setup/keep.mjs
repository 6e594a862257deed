import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { askedToStop, say } from './run.mjs'
import { serve } from './serve.mjs'

/** How long it waits before it starts the server again: longer each time, and short again once one has stood a while. */
const FIRST_MS = 1_000
const LONGEST_MS = 30_000
const STEADY_MS = 60_000

/**
 * Serves until the person ends it: a server that dies, for whatever reason, is started again. Only the first must come up;
 * `opened` is called when it has, and `before` each later one what must hold again, or throws. Gives the exit code.
 * @param {Parameters<typeof serve>[0]} options @param {() => void} opened @param {() => Promise<unknown>} [before]
 */
export async function keepServing(options, opened, before) {
  endWithParent()
  const first = await serve(options)
  await first.ready
  if (!askedToStop()) opened()
  let { ended } = first
  let [pause, began] = [FIRST_MS, Date.now()]
  for (;;) {
    const code = await ended
    if (askedToStop()) return code
    if (Date.now() - began > STEADY_MS) pause = FIRST_MS
    say(`${new Date().toISOString()} 服务意外停止（退出码 ${code}），${pause / 1000} 秒后自动重新启动。`)
    await sleep(pause)
    pause = Math.min(2 * pause, LONGEST_MS)
    began = Date.now()
    ended = again(options, before)
  }
}

/**
 * One more server; what keeps it from coming up ends it, as its own death would.
 * @param {Parameters<typeof serve>[0]} options @param {() => Promise<unknown>} [before]
 */
async function again(options, before) {
  try {
    await before?.()
    const { ready, ended } = await serve(options)
    ready.catch((error) => say(error.message))
    return await ended
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return 1
  }
}

const EVERY_MS = 1_000

/** Who ends npm, by whatever signal, ends what it started; between the two there may be a shell, which lives on. */
function endWithParent() {
  if (!process.env.npm_lifecycle_event) return
  const { ppid } = process
  const starter = /sh$/.test(about(ppid).name) ? about(ppid).parent : null
  const watch = setInterval(() => {
    if (process.ppid === ppid && (starter === null || about(ppid).parent === starter)) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, EVERY_MS).unref()
}

/** A process's name and who began it; nothing where the system does not say. @param {number} pid */
function about(pid) {
  const file = `/proc/${pid}/stat`
  const told = existsSync('/proc/self/stat')
    ? existsSync(file) && /\((.*)\) \w (\d+)/s.exec(readFileSync(file, 'utf8'))
    : /^(.*) (\d+)\s*$/s.exec(
        spawnSync('ps', ['-o', 'comm=,ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '',
      )
  return told ? { name: told[1] ?? '', parent: Number(told[2]) } : { name: '', parent: 0 }
}
