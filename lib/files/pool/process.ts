import { fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { Fault } from '@/lib/domain/base/fault'
import type { Limits } from './limits'
import type { FileWork, WorkerAnswer, WorkerSaid } from './messages'

const STARTING_MS = 120_000
/** A process that holds this much of what it may is not given another job: the next shall not pay for the last. */
const WORN_OUT = 0.6
const OUT_OF_MEMORY = 134

/** One process that works on files. */
export type FileProcess = {
  /** Does a job. Throws a Fault where it took more than it may, and then the process is no more. */
  run(asked: FileWork): Promise<unknown>
  /** Whether it can have another job. */
  fit(): boolean
  /** Lets go of it. */
  end(): void
}

/** Starts a process; `ended` is called when it is no more, however that came. */
export function startProcess(limits: Limits, ended: () => void): FileProcess {
  const child = fork(entry(), [String(limits.memory)], {
    execArgv: [...loader(), `--max-old-space-size=${Math.floor(limits.heap / 1024 / 1024)}`],
    env: withoutSecrets(process.env),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  })
  lower(child.pid)
  let said = ''
  child.stderr?.on('data', (piece: Buffer) => {
    said = `${said}${piece}`.slice(-2_000)
  })
  let [gone, dead]: [Error | undefined, boolean] = [undefined, false]
  let memory = 0
  const ready = until<'ready'>((what) => what === 'ready', STARTING_MS)
  ready.catch(() => undefined)
  child.once('error', (error) => leave(error))
  child.once('exit', (code, signal) => leave(deathOf(code, signal)))

  function leave(why: Error): void {
    gone ??= why
    dead = true
    child.emit('gone')
    ended()
  }

  function deathOf(code: number | null, signal: NodeJS.Signals | null): Error {
    if (signal === 'SIGKILL' || signal === 'SIGABRT' || code === OUT_OF_MEMORY)
      return new Fault('invalid', `处理文件需要的内存超过上限，已经停止，没有完成。${LESS}`)
    return new Error(`a process for files ended by itself (${signal ?? code}): ${said}`)
  }

  /** The next message that is wanted, in time and while there is a process. */
  function until<T extends WorkerSaid>(wanted: (said: WorkerSaid) => boolean, ms: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const clock = setTimeout(() => {
        gone ??= new Fault('invalid', `处理文件超过 ${Math.round(ms / 1000)} 秒，已经停止，没有完成。${LESS}`)
        child.kill('SIGKILL')
      }, ms)
      const hear = (what: WorkerSaid) => wanted(what) && done(() => resolve(what as T))
      const lost = () => done(() => reject(gone))
      const done = (settle: () => void) => {
        clearTimeout(clock)
        child.off('message', hear).off('gone', lost)
        settle()
      }
      if (dead) return done(() => reject(gone))
      child.on('message', hear).once('gone', lost)
    })
  }

  /** Only while there is work does a process hold the one that asked for it. */
  function hold(holding: boolean): void {
    for (const one of [child, child.channel, child.stderr as { ref?(): void; unref?(): void } | null])
      holding ? one?.ref?.() : one?.unref?.()
  }

  return {
    async run(asked) {
      hold(true)
      try {
        await ready
        const answer = until<WorkerAnswer>((what) => what !== 'ready', limits.ms)
        child.send(asked, (error) => error && leave(error))
        return made(await answer)
      } finally {
        hold(false)
      }
      function made(answer: WorkerAnswer): unknown {
        memory = answer.memory
        if ('value' in answer) return answer.value
        if ('error' in answer) throw Object.assign(new Error(answer.error.message), { stack: answer.error.stack })
        const { code, message, fields } = answer.fault
        throw new Fault(code, message, fields)
      }
    },
    fit: () => !gone && memory < WORN_OUT * limits.memory,
    end: () => void (child.connected && child.disconnect()),
  }
}

const LESS = '请检查文件是否完好，精简内容或拆成几份后再试。'

/**
 * The built server has the code of its workers beside its pages (cli/setup/build.mjs), in JavaScript; a command and a test run it from
 * its source, as they run themselves.
 */
const BUILT = process.env.NEXT_RUNTIME !== undefined

function entry(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), BUILT ? '.next/files/worker.mjs' : 'lib/files/pool/worker.ts')
}

function loader(): string[] {
  return BUILT ? [] : ['--conditions=react-server', '--import', 'tsx']
}

/** What reads strangers' files need not know how to sign sessions, nor where the database is. */
function withoutSecrets({ NEXTAUTH_SECRET: _, DATABASE_URL: __, DATA_DIR: ___, ...env }: NodeJS.ProcessEnv) {
  return env
}

/** At once, so that every thread it begins inherits it: pages go before files. */
function lower(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // A system that has no priorities, or a process that is no more.
  }
}
