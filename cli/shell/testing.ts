import type { Command } from './command'
import { run } from './run'

/** For tests only: a line as a person types it in that folder, on 20 November 2026, and what comes back. */
export async function commandLine(commands: readonly Command[], directory: string, line: readonly string[]) {
  const said = { out: '', err: [] as string[] }
  const code = await run(commands, [...line], {
    out: (text) => {
      said.out += text
    },
    err: (text) => void said.err.push(text),
    directory,
    now: () => Date.parse('2026-11-20T10:00:00+08:00'),
  })
  return { code, ...said }
}
