import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { craftedFiles } from '@/lib/files/base/crafted.testing'
import { draftForm, type Office, office } from './office'

/*
 * Crafted files are thrown at a running server, one at a time, while others look at pages; then the server is killed, and
 * ended. A line a goal; exit code 1 where one is missed. `FILES` says how many.
 */
const FILES = Number(process.env.FILES || 300)
const LONGEST_PAGE_MS = 1_000
const LARGEST_SERVER_MB = 400
const LONGEST_FILE_MS = 20_000
const LOOK_EVERY_MS = 150

const missed: string[] = []
function say(holds: boolean, line: string): void {
  process.stdout.write(`${holds ? '✓ 达到  ' : '✗ 未达到'} ${line}\n`)
  if (!holds) missed.push(line)
}

/** Where a file can be handed in, what else goes with it, and by whom. */
const DOORS = [
  {
    action: 'saveOrSubmit',
    path: '/items/new',
    who: 'clerk',
    field: 'attachments',
    kinds: /docx|xlsx/,
    more: draftForm,
  },
  { action: 'checkText', path: '/check', who: 'editor', field: 'files', kinds: /docx|xlsx/, more: () => ({}) },
  { action: 'verifyNotice', path: '/verify', who: 'stranger', field: 'files', kinds: /docx|xlsx/, more: printed },
  { action: 'importPast', path: '/past', who: 'editor', field: 'files', kinds: /xlsx/, more: past },
  { action: 'receiveList', path: '/upper', who: 'editor', field: 'files', kinds: /docx|xlsx/, more: list },
] as const

function printed({ code }: Office) {
  return { code }
}
function past() {
  return { quarter: '2018Q1', source: '特制文件' }
}
function list() {
  return { name: '特制文件', kind: 'city_full' }
}

/** How a door answered to a file, and after how long. */
type HandedIn = { name: string; door: string; ms: number; words: string | null }

/** A key as the page of a door hands it out: it says for whom its form was drawn. */
async function keyAt({ origin, cookies }: Office, { path, who }: (typeof DOORS)[number]): Promise<string> {
  const page = await fetch(`${origin}${path}`, { headers: { cookie: cookies[who] } })
  // The first form of a page is the head's, which signs out.
  return [...(await page.text()).matchAll(/name="key" value="([^"]+)"/g)].at(-1)?.[1] ?? ''
}

async function hand(at: Office, n: number): Promise<HandedIn> {
  const kinds = craftedFiles(Math.floor(n / 8))
  const { name, bytes } = kinds[n % kinds.length] as (typeof kinds)[number]
  const open = DOORS.filter((one) => one.kinds.test(name.split('.').at(-1) ?? ''))
  const door = open[n % open.length] as (typeof DOORS)[number]
  const form = new FormData()
  for (const [field, value] of Object.entries({ key: await keyAt(at, door), ...door.more(at) }))
    form.append(`_1_${field}`, value)
  form.append(`_1_${door.field}`, new File([bytes() as BlobPart], name))
  form.append('0', '[{"status":"idle"},"$K1"]')
  const from = performance.now()
  const headers = {
    cookie: at.cookies[door.who],
    origin: at.origin,
    'next-action': actionId(door.action),
    accept: 'text/x-component',
    // Each from elsewhere, or the limit on strangers would answer in place of the reader.
    'x-forwarded-for': `10.8.${n >> 8}.${n & 255}`,
  }
  const text = await fetch(`${at.origin}${door.path}`, { method: 'POST', headers, body: form }).then(
    (response) => response.text(),
    (error: unknown) => String(error),
  )
  const fault = /"status":"fault","code":"(\w+)","message":"([^"]*)"/.exec(text)
  const words = fault && ['invalid', 'conflict', 'busy'].includes(fault[1] ?? '') ? (fault[2] ?? '') : null
  if (words === null) process.stderr.write(`${door.action} ${name}: ${text.slice(0, 300)}\n`)
  return { name, door: door.action, ms: performance.now() - from, words }
}

const manifest = JSON.parse(readFileSync(join(process.cwd(), '.next/server/server-reference-manifest.json'), 'utf8'))
function actionId(name: string): string {
  const found = Object.entries<{ exportedName: string }>(manifest.node).find(([, one]) => one.exportedName === name)
  if (!found) throw new Error(`no action ${name} in the build`)
  return found[0]
}

/** Others look at pages until it is over. */
async function looking(at: Office, over: () => boolean): Promise<number[]> {
  const took: number[] = []
  const look = async (path: string, cookie: string) => {
    while (!over()) {
      const from = performance.now()
      const drawn = await fetch(`${at.origin}${path}`, { headers: { cookie }, redirect: 'manual' }).then(
        async (response) => (await response.text()) !== '' && response.status === 200,
        () => false,
      )
      took.push(drawn ? performance.now() - from : Number.POSITIVE_INFINITY)
      await sleep(LOOK_EVERY_MS)
    }
  }
  const { clerk, editor, reader } = at.cookies
  await Promise.all([
    look('/ranking/2020Q3', reader),
    look('/items', clerk),
    look('/desk', editor),
    look('/verify', ''),
  ])
  return took.sort((a, b) => a - b)
}

async function weighing(pid: number, over: () => boolean): Promise<number> {
  let most = 0
  while (!over()) {
    const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
    most = Math.max(most, Number(stdout) / 1024)
    await sleep(200)
  }
  return most
}

const at = await office()
try {
  for (const path of ['/ranking/2020Q3', '/items', '/desk']) await at.warm(path)
  const pid = at.server()
  let over = false
  const [others, weight] = [looking(at, () => over), weighing(pid, () => over)]
  const answers: HandedIn[] = []
  for (let n = 0; n < FILES; n++) answers.push(await hand(at, n))
  over = true
  const [took, most] = [await others, await weight]
  const at99 = took[Math.floor(took.length * 0.99)] ?? 0
  const slowest = answers.reduce((a, b) => (b.ms > a.ms ? b : a))
  const read = answers.filter(({ words }) => words !== null)
  say(read.length === FILES, `特制文件 ${FILES} 份，${read.length} 份用文字说明原因`)
  say(
    slowest.ms <= LONGEST_FILE_MS,
    `最慢的一份 ${(slowest.ms / 1000).toFixed(1)} 秒（${slowest.name}，${slowest.door}）`,
  )
  say(at99 <= LONGEST_PAGE_MS, `其间其他页面 ${took.length} 次，p99 ${at99.toFixed(0)} 毫秒（≤ ${LONGEST_PAGE_MS}）`)
  say(most < LARGEST_SERVER_MB, `服务进程内存最多 ${most.toFixed(0)} MB（< ${LARGEST_SERVER_MB}）`)
  say(at.server() === pid, '服务进程自始至终是同一个')
  process.kill(pid, 'SIGKILL')
  say(await at.answers(), '服务进程被强行结束后自动重新启动')
} finally {
  say(await at.end(), '结束 npm start 的进程，全部进程随之结束')
}
process.exitCode = missed.length > 0 ? 1 : 0
