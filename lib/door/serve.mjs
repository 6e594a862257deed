import { rmSync } from 'node:fs'
import next from 'next'
import { clockFile, watchClock } from './clock.mjs'
import { door } from './door.mjs'
import { CONFIRMED } from './said.mjs'
import { markServing, SERVING } from './serving.mjs'

/**
 * Serves the built pages through the door, in one process: `node lib/door/serve.mjs PORT HOSTNAME [FOLDER]`. At SIGTERM and
 * SIGINT nobody new is let in, and whoever is inside is answered. It exits with 0, or what process.exitCode says by then.
 */
const PATIENCE_MS = 15_000

const [port, hostname = '127.0.0.1', dir = '.'] = process.argv.slice(2)
const app = next({ dev: false, dir, hostname, port: Number(port) })
await app.prepare()
const handle = app.getRequestHandler()
const clock = watchClock({ file: clockFile(process.env) })
clock.every()
// Pages are bundled apart from this file: what they have to tell the door is an event of the process.
process.on(CONFIRMED, clock.confirm)
const server = door(handle, process.env, clock)
server.listen(Number(port), hostname)

// A command that would hold the writer for long asks whether anybody is served (db/serving).
process.env.PGAPPNAME ??= SERVING
const mark = markServing(process.env)
process.on('exit', () => rmSync(mark, { force: true }))

let closing = false

// Ctrl-C comes twice, from the terminal and from whoever started this; he may also be gone without a word.
for (const event of ['SIGTERM', 'SIGINT', 'disconnect'])
  process.on(event, () => {
    if (closing) return
    closing = true
    setTimeout(() => process.exit(), PATIENCE_MS).unref()
    // What was noted beside the answers is written before (lib/auth/accesses).
    const last = /** @type {{ yanxinLast?: (() => Promise<void>)[] }} */ (globalThis).yanxinLast ?? []
    server.close(() => void Promise.allSettled(last.map((write) => write())).then(() => process.exit()))
    server.closeIdleConnections()
  })
