import { type Browser, chromium } from 'playwright-core'
import { Fault } from '@/lib/domain/base/fault'
import { memory } from '@/lib/domain/base/memory'
import { findChromium } from './browser'

/** Four seconds on a quiet machine once the browser is up; a busy one is waited for. */
const TIME_LIMIT = 60_000

/**
 * The pages of a self-contained HTML document as PDF, printed by a Chromium without network and with a profile of its own.
 * Throws Fault("conflict") where there is none, where it finds no Chinese font, or when it does not answer within a minute.
 */
export async function pdfOf(html: string): Promise<Uint8Array> {
  if (!findChromium()) {
    throw new Fault('conflict', '本服务器没有可用的浏览器，不能直接生成 PDF；请在通报页面点“打印”，选“另存为 PDF”。')
  }
  try {
    const browser = await opened()
    if (!(await knownToWrite(browser))) throw new Fault('conflict', NO_FONT)
    return await printed(browser, html)
  } catch (cause) {
    if (cause instanceof Fault) throw cause
    throw Object.assign(new Fault('conflict', 'PDF 没有生成，请稍后再试，或者在通报页面点“打印”，选“另存为 PDF”。'), {
      cause,
    })
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

/** One browser a process; it stays for whoever prints next, since it starts slowly, and goes with its process. */
const HERE = 'here'
const browsers = memory<Promise<Browser>>('browser', { most: 1 })
process.once('disconnect', () => void closePdf())

const opened = () => browsers.once(HERE, launched)

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
