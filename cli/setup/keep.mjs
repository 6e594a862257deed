import { setTimeout as sleep } from 'node:timers/promises'
import { askedToStop, say } from './run.mjs'
import { serve } from './serve.mjs'

/** How long it waits before it starts the server again: longer each time, and short again once one has stood a while. */
const FIRST_MS = 1_000
const LONGEST_MS = 30_000
const STEADY_MS = 60_000

/**
 * Serves until the person ends it: a server that dies, for whatever reason, is started again. Only the first must come up;
 * `opened` is called when it has. Gives the exit code.
 * @param {Parameters<typeof serve>[0]} options @param {() => void} opened
 */
export async function keepServing(options, opened) {
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
    ended = again(options)
  }
}

/** One more server; what keeps it from coming up ends it, as its own death would. @param {Parameters<typeof serve>[0]} options */
async function again(options) {
  try {
    const { ready, ended } = await serve(options)
    ready.catch((error) => say(error.message))
    return await ended
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return 1
  }
}

const EVERY_MS = 500

/** Who ends npm, by whatever signal, ends what it started. */
function endWithParent() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, EVERY_MS).unref()
}
