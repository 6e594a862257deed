import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { binOf, run, runNode, SetupError, say, toStderr } from './run.mjs'

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of a Chromium that runs; one is installed when there is none. */
export async function ensureBrowser() {
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
  const args = [binOf('@playwright/test'), 'install', 'chromium']
  await runNode(args, { stdio: toStderr, timeout: 60_000, killSignal: 'SIGKILL' })
  return ofPlaywright()
}

async function fromDebian() {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || (await run('apt-get', ['--version'], { stdio: 'ignore' })).code !== 0) return undefined
  say('下载未成功，正在用 apt-get 安装 chromium……')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env, stdio: toStderr })
  await run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], { env, stdio: toStderr })
  return onPath()
}
