import { hostname, userInfo } from 'node:os'
import { closeDatabase, waitPatiently } from '@/db/client'
import { cameFrom } from '@/lib/domain/base/origin'
import { COMMANDS } from './commands'
import type { Shell } from './shell/command'
import { explain, run } from './shell/run'

const shell: Shell = {
  out: (text) => void process.stdout.write(text),
  err: (line) => void process.stderr.write(`${line}\n`),
  directory: process.env.YANXIN_CWD || process.cwd(),
  now: Date.now,
}

// Whoever reads only the first lines closes the pipe early; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? 0 : explain(error, shell)),
)
process.on('uncaughtException', (error) => process.exit(explain(error, shell)))

waitPatiently()

// Never process.exit() after a result: it would cut off what a pipe has not taken yet.
process.exitCode = await cameFrom(`${userInfo().username}@${hostname()}`, () =>
  run(COMMANDS, process.argv.slice(2), shell),
)
await closeDatabase()
