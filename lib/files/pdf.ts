import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Fault } from '@/lib/domain/fault'

/** Where Chromium, Chrome and Edge install themselves; Edge is on every Windows. */
const USUAL_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/usr/bin/microsoft-edge-stable',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles(x86)', 'ProgramFiles', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'].map((path) =>
      join(process.env[variable] ?? 'C:\\Program Files', path),
    ),
  ),
}

/** Two seconds on a quiet machine; a busy one is waited for. */
const TIME_LIMIT = 60_000
const AT_ONCE = 2

let found: string | null | undefined

/** The browser that makes PDF files: CHROMIUM_PATH, or one in a usual place; null where there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  // A browser that is there stays; one that was missing may have been installed since.
  found ??= (USUAL_PLACES[process.platform] ?? []).find((path) => existsSync(path)) ?? null
  return found
}

/**
 * The pages of a self-contained HTML document as PDF, printed by a Chromium without network and with a profile of its own.
 * Throws Fault("conflict") where there is none, or when it does not answer within a minute.
 */
export async function pdfOf(html: string): Promise<Uint8Array> {
  const chromium = findChromium()
  if (!chromium) {
    throw new Fault('conflict', '本服务器没有可用的浏览器，不能直接生成 PDF；请在通报页面点“打印”，选“另存为 PDF”。')
  }
  await turn()
  const folder = await mkdtemp(join(tmpdir(), 'yanxin-pdf-'))
  try {
    const [page, pdf] = [join(folder, 'notice.html'), join(folder, 'notice.pdf')]
    await writeFile(page, html)
    await printed(chromium, folder, page, pdf)
    return await readFile(pdf)
  } catch (cause) {
    throw Object.assign(new Fault('conflict', 'PDF 没有生成，请稍后再试，或者在通报页面点“打印”，选“另存为 PDF”。'), {
      cause,
    })
  } finally {
    next()
    // A browser that was just stopped may still write for a moment.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

function printed(chromium: string, folder: string, page: string, pdf: string): Promise<void> {
  const flags = [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    // Chromium refuses its sandbox to root, as whom containers often run.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${pdf}`,
    pathToFileURL(page).href,
  ]
  return new Promise((resolve, reject) => {
    execFile(chromium, flags, { timeout: TIME_LIMIT, killSignal: 'SIGKILL' }, (error) => {
      if (error) reject(error)
      else resolve()
    })
  })
}

let running = 0
const waiting: (() => void)[] = []

async function turn(): Promise<void> {
  if (running < AT_ONCE) running++
  else await new Promise<void>((go) => waiting.push(go))
}

/** The place goes to whoever waits longest, or is free. */
function next(): void {
  const go = waiting.shift()
  if (go) go()
  else running--
}
