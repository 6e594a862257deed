import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { Fault } from '@/lib/domain/base/fault'
import { memory } from '@/lib/domain/base/memory'

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

/** Four seconds on a quiet machine once the browser is up; a busy one is waited for. */
const TIME_LIMIT = 60_000
const AT_ONCE = 2
/** Starting a browser takes longer than printing a notice, so that it stays for whoever prints next. */
const IDLE_MS = 2 * 60_000

const HERE = 'here'
const found = memory<string>('place of the browser', { most: 1 })

/** The browser that makes PDF files: CHROMIUM_PATH, or one in a usual place; null where there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  // A browser that is there stays; one that was missing may have been installed since.
  const known = found.get(HERE)
  if (known) return known
  const place = (USUAL_PLACES[process.platform] ?? []).find((path) => existsSync(path))
  return place ? found.set(HERE, place) : null
}

/**
 * The pages of a self-contained HTML document as PDF, printed by a Chromium without network and with a profile of its own.
 * Throws Fault("conflict") where there is none, where it finds no Chinese font, or when it does not answer within a minute.
 */
export async function pdfOf(html: string): Promise<Uint8Array> {
  if (!findChromium()) {
    throw new Fault('conflict', '本服务器没有可用的浏览器，不能直接生成 PDF；请在通报页面点“打印”，选“另存为 PDF”。')
  }
  await turn()
  try {
    const browser = await opened()
    if (!(await knownToWrite(browser))) throw new Fault('conflict', NO_FONT)
    return await printed(browser, html)
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    throw Object.assign(new Fault('conflict', 'PDF 没有生成，请稍后再试，或者在通报页面点“打印”，选“另存为 PDF”。'), {
      cause,
    })
  } finally {
    next()
  }
}

const NO_FONT =
  '本服务器没有安装中文字体，生成的 PDF 会满篇方框，所以没有生成；请系统管理员安装中文字体（Debian、Ubuntu：apt-get install fonts-noto-cjk）后再试，或者在通报页面点“打印”，选“另存为 PDF”。'

const answers = memory<Promise<boolean>>('whether the browser writes Chinese', { most: 1 })

/** Whether the browser finds a Chinese font, asked once of each; one without is ended, so that the next finds a new font. */
async function knownToWrite(browser: Browser): Promise<boolean> {
  if (await answers.once(HERE, () => writesChinese(browser))) return true
  await closePdf()
  return false
}

/** Two characters look alike only where both are the box of a missing one. */
async function writesChinese(browser: Browser): Promise<boolean> {
  const context = await browser.newContext({ offline: true })
  try {
    const page = await context.newPage()
    const [one, other] = await page.evaluate(() =>
      ['国', '永'].map((character) => {
        const canvas = document.createElement('canvas')
        canvas.width = canvas.height = 40
        const pen = canvas.getContext('2d')
        if (pen) {
          pen.font = '32px serif'
          pen.fillText(character, 2, 34)
        }
        return canvas.toDataURL()
      }),
    )
    return one !== other
  } finally {
    await context.close().catch(() => undefined)
  }
}

/** Every document has a context of its own: offline, without scripts, without a trace left for the next one. */
async function printed(browser: Browser, html: string): Promise<Uint8Array> {
  const context = await browser.newContext({ offline: true, javaScriptEnabled: false })
  // A browser that hangs answers nothing, not even that it is to close this context: it is ended as a whole.
  const hangs = setTimeout(() => void closePdf(), TIME_LIMIT)
  try {
    const page = await context.newPage()
    await page.setContent(html, { waitUntil: 'load', timeout: TIME_LIMIT })
    return await page.pdf({ preferCSSPageSize: true, printBackground: true })
  } finally {
    clearTimeout(hangs)
    await context.close().catch(() => undefined)
  }
}

/** One browser a process, whichever bundle asks for it, and the clock that ends it when nobody does. */
const browsers = memory<Promise<Browser>>('browser', { most: 1 })
const clocks = memory<NodeJS.Timeout>('idle browser', { most: 1 })

function opened(): Promise<Browser> {
  clearTimeout(clocks.get(HERE))
  clocks.set(HERE, setTimeout(() => void closePdf(), IDLE_MS).unref())
  return browsers.once(HERE, launched)
}

function launched(): Promise<Browser> {
  return chromium
    .launch({
      executablePath: findChromium() ?? '',
      // Chromium refuses its sandbox to root, as whom containers often run.
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-gpu'],
      timeout: TIME_LIMIT,
      // The server ends as its own signals say; a browser whose pipe is closed ends by itself.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    .then((browser) => {
      browser.once('disconnected', () => {
        browsers.drop(HERE)
        answers.drop(HERE)
      })
      return browser
    })
}

/** Ends the browser, if one is up. */
export async function closePdf(): Promise<void> {
  const browser = await browsers.get(HERE)?.catch(() => undefined)
  await browser?.close().catch(() => undefined)
}

type Turns = { running: number; waiting: (() => void)[] }

/** Who prints and who waits, of all that ask for the one browser. */
const queue = memory<Turns>('turns of the browser', { most: 1 })
const turns = () => queue.once(HERE, () => ({ running: 0, waiting: [] }))

async function turn(): Promise<void> {
  const now = turns()
  if (now.running < AT_ONCE) now.running++
  else await new Promise<void>((go) => now.waiting.push(go))
}

/** The place goes to whoever waits longest, or is free. */
function next(): void {
  const now = turns()
  const go = now.waiting.shift()
  if (go) go()
  else now.running--
}
