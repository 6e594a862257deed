import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { newFormKey } from '@/lib/auth/form-key'
import type { Person } from '@/lib/domain/people/policy'
import { freePort } from './port'

export type Who = Person & { cookie: string }

/** Who there is in the small district, and what (bench/cast). */
export type Cast = {
  people: Record<string, Who>
  items: Record<string, Record<string, string>>
  text: string
  /** Where the attachment of a unit's draft opens, by the name that its words bear. */
  files: Record<string, string>
  /** Of an item of the other unit. */
  isolation: string
  /** Another who may issue, beside those people: for what two of them do at once. */
  issuerToo: Who
}

/** How a form was answered. `code`: null where it was done. */
export type Reply = {
  status: number
  code: string | null
  message: string
  text: string
  ms: number
  /** What the browser is given to keep. */
  cookie: string
}

type Asked = { origin?: string | null; key?: string; headers?: Record<string, string> }

/** A server of its own with the small district, for one trial. */
export type Stand = Cast & {
  origin: string
  folder: string
  /** Starts the server where none is; resolves when it answers. */
  start(): Promise<void>
  server(): ChildProcess
  get(who: Who | null, path: string, headers?: Record<string, string>): Promise<Response>
  post(who: Who | null, action: string, fields: Record<string, string>, asked?: Asked): Promise<Reply>
  end(): Promise<void>
}

const SECRET = 'of-this-trial-alone-'.repeat(2)

const manifest = JSON.parse(readFileSync(join(process.cwd(), '.next/server/server-reference-manifest.json'), 'utf8'))

/** The actions of the build, by name. */
export const ACTION_IDS: ReadonlyMap<string, string> = new Map(
  Object.entries<{ exportedName: string }>(manifest.node).map(([id, { exportedName }]) => [exportedName, id]),
)

/**
 * What lets a trial set the clock of a server, by writing milliseconds into a file, and read from another how long each POST took from
 * its arrival at the door.
 */
export const watchedBy = ({ skew, times }: { skew: string; times: string }) => ({
  SKEW_FILE: skew,
  TIMES_FILE: times,
  NODE_OPTIONS: ['skew', 'timed'].map((name) => `--import ${join(process.cwd(), `cli/trial/${name}.mjs`)}`).join(' '),
})

/** Makes the district in `folder`, or one of its own; `env` is the server's. */
export async function stand(env: Record<string, string> = {}, folder = mkdtempSync(join(tmpdir(), 'yanxin-trial-'))) {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const { DATABASE_URL: _, YANXIN_DEMO: __, ...kept } = process.env
  const all = {
    ...kept,
    DATA_DIR: folder,
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: SECRET,
    NODE_ENV: 'production',
  } as const
  process.env.NEXTAUTH_SECRET = SECRET // the keys of forms are made here as a page makes them
  const { stdout } = spawnSync(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'bench/cast.ts'], {
    env: all,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const cast = JSON.parse(stdout) as Cast
  let server: ChildProcess | undefined

  const at: Stand = {
    ...cast,
    origin,
    folder,
    async start() {
      const args = ['lib/door/serve.mjs', String(port), '127.0.0.1']
      server = spawn(process.execPath, args, { env: { ...all, ...env }, stdio: ['ignore', 'ignore', 'ignore'] })
      for (let tries = 0; tries < 600; tries++) {
        const up = await fetch(`${origin}/api/health`).then(
          () => true,
          () => false,
        )
        if (up) return
        await sleep(50)
      }
      throw new Error('the server does not come up')
    },
    server: () => server as ChildProcess,
    get: (who, path, headers = {}) =>
      fetch(`${origin}${path}`, { headers: { ...(who && { cookie: who.cookie }), ...headers }, redirect: 'manual' }),
    async post(who, action, fields, { origin: from = origin, key, headers = {} } = {}) {
      const form = new FormData()
      const all = { key: key ?? newFormKey(who ?? NOBODY), ...fields }
      for (const [field, value] of Object.entries(all)) form.append(`_1_${field}`, value)
      form.append('0', '[{"status":"idle"},"$K1"]') // last: React reads the form when it meets the reference to it
      // In one piece: who is refused at the door is answered before the rest of several was sent.
      const encoded = new Response(form)
      const body = Buffer.from(await encoded.arrayBuffer())
      const began = performance.now()
      const response = await insistently(`${origin}/verify`, {
        method: 'POST',
        headers: {
          ...(who && { cookie: who.cookie }),
          ...(from && { origin: from }),
          'next-action': ACTION_IDS.get(action) ?? '',
          accept: 'text/x-component',
          'content-type': encoded.headers.get('content-type') ?? '',
          ...headers,
        },
        body,
      })
      const text = await response.text()
      const [, code = null, message] = /"status":"fault","code":"(\w+)","message":"([^"]*)"/.exec(text) ?? []
      const [, done] = /"status":"done","message":"([^"]*)"/.exec(text) ?? []
      const unknown = code === null && done === undefined ? `unanswered_${response.status}` : code
      const cookie = response.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ')
      const ms = performance.now() - began
      return { status: response.status, code: unknown, message: message ?? done ?? '', text, ms, cookie }
    },
    async end() {
      if (server && server.exitCode === null && server.signalCode === null) {
        server.kill('SIGKILL')
        await once(server, 'exit')
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return at
}

/** Whoever is refused at the door is answered before all was sent, and may lose the answer: then it is asked for again. */
async function insistently(url: string, request: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries++)
    try {
      return await fetch(url, request)
    } catch (error) {
      const { code } = ((error as Error).cause ?? {}) as { code?: string }
      if (tries >= 10 || !['EPIPE', 'UND_ERR_SOCKET'].includes(code ?? '')) throw error
    }
}

const NOBODY = { userId: 'nobody', unitId: null, role: 'visitor' } as const
