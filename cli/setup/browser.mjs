import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { writesChinese } from './font.mjs'
import { binOf, run, runNode, SetupError, say, toStderr } from './run.mjs'

// The build without a window comes first: drawing for nobody's eyes, it costs the journeys less than half the processor.
const commands = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of a Chromium that runs and can write Chinese; browser and font are installed when there is none. */
export async function ensureBrowser() {
  const path = await browser()
  if ((await writesChinese(path)) || ((await fontFromDebian()) && (await writesChinese(path)))) return path
  throw new SetupError(
    `浏览器 ${path} 找不到中文字体，页面和 PDF 中的汉字都会成为方框，也未能自动安装。请安装一种中文字体（Debian、Ubuntu：apt-get install -y fonts-noto-cjk；CentOS、麒麟、欧拉：yum install -y google-noto-serif-cjk-fonts），再运行一次。`,
  )
}

async function browser() {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (await works(given)) return given
    throw new SetupError(`CHROMIUM_PATH=${given} 不能运行，请改为可用的 Chromium 或 Chrome 程序路径。`)
  }
  const found = (await onPath()) ?? (await ofPlaywright()) ?? (await downloaded()) ?? (await fromDebian())
  if (found) return found
  throw new SetupError(
    '没有可用的浏览器，也未能自动安装。请安装 Chromium 或 Chrome（Debian：apt-get install -y chromium fonts-noto-cjk），或用 CHROMIUM_PATH 指明程序路径。',
  )
}

/** @param {string} path */
async function works(path) {
  return (await run(path, ['--version'], { stdio: 'ignore', timeout: 20_000, killSignal: 'SIGKILL' })).code === 0
}

async function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  for (const path of commands.flatMap((command) => folders.map((folder) => join(folder, command)))) {
    if (existsSync(path) && (await works(path))) return path
  }
}

async function ofPlaywright() {
  const ask = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))"
  const { stdout } = await runNode(['-e', ask], { stdio: ['ignore', 'pipe', 'ignore'] })
  const path = stdout.trim()
  if (existsSync(path) && (await works(path))) return path
}

async function downloaded() {
  say('没有找到浏览器，正在下载 Playwright 自带的 Chromium（至多 60 秒）……')
  const args = [binOf('@playwright/test'), 'install', '--only-shell', 'chromium']
  await runNode(args, { stdio: toStderr, timeout: 60_000, killSignal: 'SIGKILL' })
  return ofPlaywright()
}

async function fromDebian() {
  if (!(await hasApt())) return undefined
  say('下载未成功，正在用 apt-get 安装 chromium……')
  if (!(await install('chromium-headless-shell', 'fonts-noto-cjk'))) await install('chromium', 'fonts-noto-cjk')
  return onPath()
}

async function fontFromDebian() {
  if (!(await hasApt())) return false
  say('没有找到中文字体，正在用 apt-get 安装 fonts-noto-cjk……')
  return install('fonts-noto-cjk')
}

async function hasApt() {
  return process.getuid?.() === 0 && (await run('apt-get', ['--version'], { stdio: 'ignore' })).code === 0
}

/** @param {string[]} packages of Debian */
async function install(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env, stdio: toStderr })
  return (await run('apt-get', ['install', '-y', '-qq', ...packages], { env, stdio: toStderr })).code === 0
}
