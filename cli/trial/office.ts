import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './port'

/** An office for a trial: a database of its own with the sample quarter, served as `npm start` serves it. */
export type Office = {
  origin: string
  cookies: Record<'clerk' | 'editor' | 'reader' | 'issuer' | 'system' | 'security' | 'auditor' | 'stranger', string>
  /** Of the notice that was issued. */
  code: string
  /** The process that serves. */
  server(): number
  /** Asks for a page until it has been drawn once. */
  warm(path: string): Promise<void>
  /** Whether it answers, within five minutes. */
  answers(): Promise<boolean>
  /** Ends it by the pid of `npm start`; whether nobody is left who listens or works. */
  end(): Promise<boolean>
}

export async function office(): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'yanxin-trial-'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const { DATABASE_URL: _, YANXIN_DEMO: __, ...kept } = process.env
  const env = {
    ...kept,
    DATA_DIR: folder,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: 'of-this-trial-alone-'.repeat(2),
    TRUSTED_PROXIES: '127.0.0.1',
  }
  const made = (script: string) =>
    spawnSync(process.execPath, ['--conditions=react-server', '--import', 'tsx', script], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }).stdout
  const { clerks, editor, reader, issuer, system, security, auditor } = JSON.parse(made('bench/prepare.ts'))
  const code = made('bench/issue.ts')
  const npm = spawn('npm', ['start'], {
    env: { ...env, PORT: String(port), HOSTNAME: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  const cookies = { clerk: clerks[0], editor, reader, issuer, system, security, auditor, stranger: '' }
  const answers = () => answering(`${origin}/api/health`)
  if (!(await answers())) throw new Error('npm start did not come up')
  return {
    origin,
    cookies,
    code,
    server: () => below(npm).find(({ words }) => words.includes('lib/door/serve.mjs'))?.pid ?? 0,
    async warm(path) {
      for (const cookie of Object.values(cookies)) await fetch(`${origin}${path}`, { headers: { cookie } })
    },
    answers,
    async end() {
      const all = below(npm)
      npm.kill('SIGTERM')
      if (npm.exitCode === null) await Promise.race([once(npm, 'exit'), sleep(20_000)])
      const gone = await until(() => all.every(({ pid }) => !isAlive(pid)))
      if (!gone) for (const { pid } of all) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
      rmSync(folder, { recursive: true, force: true })
      return gone
    },
  }
}

/** A draft as its form sends it, every field of it: with one missing nobody would look at the files. */
export function draftForm(): Record<string, string> {
  const empty = Object.fromEntries(['body', 'type', 'eventDay', 'author', 'phone', 'signer'].map((name) => [name, '']))
  return { ...empty, id: randomUUID(), version: '0', verb: 'save', title: '【样例】特制文件' }
}

/** A process and all that it and its own began, by their command lines. */
function below({ pid: top }: ChildProcess): { pid: number; words: string }[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
  const all = stdout.split('\n').flatMap((line) => {
    const [, pid, parent, words = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return pid ? [{ pid: Number(pid), parent: Number(parent), words }] : []
  })
  const found = all.filter(({ pid }) => pid === top)
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid))
  return found
}

const answering = (url: string) =>
  until(() =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ),
  )

async function until(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 1_500; tries++) {
    if (await holds()) return true
    await sleep(200)
  }
  return false
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
