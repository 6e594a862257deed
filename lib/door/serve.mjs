import next from 'next'
import { door } from './door.mjs'

/**
 * Serves the built pages through the door, in one process: `node lib/door/serve.mjs PORT HOSTNAME [FOLDER]`. At SIGTERM and
 * SIGINT nobody new is let in, and whoever is inside is answered. It exits with 0, or what process.exitCode says by then.
 */
const PATIENCE_MS = 15_000

const [port, hostname = '127.0.0.1', dir = '.'] = process.argv.slice(2)
const app = next({ dev: false, dir, hostname, port: Number(port) })
await app.prepare()
const handle = app.getRequestHandler()
const server = door(handle, process.env)
server.listen(Number(port), hostname)

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
