import { openSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './setup/build.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { keepServing } from './setup/keep.mjs'
import { main, portFromEnv, root, SetupError, say } from './setup/run.mjs'
import { ensureSecret } from './setup/secrets.mjs'
import { ensureFree } from './setup/serve.mjs'
import { yanxin } from './setup/shell.mjs'
import { table } from './setup/table.mjs'

// This machine alone: the sample accounts have passwords that everybody can read. A browser that tries ::1 first for
// `localhost` falls back to 127.0.0.1 by itself.
const hostname = '127.0.0.1'
const dataDir = join(root, 'data/demo')

/** `npm run demo`: the sample of 2020 Q3, in a place of its own. */
await main(async () => {
  const port = portFromEnv()
  await ensureInstalled()
  await ensureFree(port, hostname)
  const env = demoEnvironment(port)
  say('正在准备样例数据……')
  const accounts = await loadSample(env)
  await ensureBuilt()
  say('正在启动……')
  const log = openSync(join(dataDir, 'server.log'), 'w', 0o600)
  return keepServing({ port, hostname, env, log }, () => console.log(welcome(port, accounts)))
})

/** An office's database in DATABASE_URL must never get the sample. @param {number} port @returns {NodeJS.ProcessEnv} */
function demoEnvironment(port) {
  const { DATABASE_URL: _, ...env } = process.env
  const NEXTAUTH_SECRET = ensureSecret(dataDir)
  return { ...env, DATA_DIR: dataDir, NEXTAUTH_SECRET, NEXTAUTH_URL: `http://localhost:${port}`, YANXIN_DEMO: '1' }
}

/** @typedef {{ login: string, password: string, role: string, unit?: string | null }} Account */

/** @param {NodeJS.ProcessEnv} env @returns {Promise<Account[]>} */
async function loadSample(env) {
  const { code, stdout } = await yanxin(['demo-load'], env, { capture: true })
  if (code !== 0) throw new SetupError(`样例数据未能载入。如需重来，请删除目录 ${dataDir} 后再试。`)
  return JSON.parse(stdout).accounts
}

/** @param {number} port @param {Account[]} accounts */
function welcome(port, accounts) {
  const rows = accounts.map(({ login, password, role, unit }) => [login, password, role, unit || '—'])
  return [
    '',
    `雁信样例已就绪：http://localhost:${port}`,
    '',
    '样例账号（仅供演示，只在本机可用）：',
    table([['账号', '密码', '角色', '单位'], ...rows]),
    '',
    '按 Ctrl-C 结束。',
  ].join('\n')
}
