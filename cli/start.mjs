import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { ensureBuilt } from './setup/build.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { keepServing } from './setup/keep.mjs'
import { main, portFromEnv, root, SetupError, say } from './setup/run.mjs'
import { ensureSecret } from './setup/secrets.mjs'
import { ensureFree } from './setup/serve.mjs'
import { yanxin } from './setup/shell.mjs'

/** `npm start`: a real office. No sample, no default account, and never the demo's data. `--new` begins with an empty database. */
await main(async () => {
  const port = portFromEnv()
  const hostname = hostnameFromEnv()
  await ensureInstalled()
  await ensureFree(port, hostname)
  const env = officeEnvironment(port)
  await openDatabase(env)
  await refuseDemo(env)
  env.NEXTAUTH_SECRET = ensureSecret(env.DATA_DIR)
  await ensureBuilt()
  if (!process.env.NEXTAUTH_URL)
    say(`未设置 NEXTAUTH_URL，暂用 http://localhost:${port}；正式使用请设为各单位访问本系统的地址。`)
  warnPlain(env.NEXTAUTH_URL ?? '')
  await hintFirstAccount(env)
  return keepServing(
    { port, hostname, env },
    () => console.log(`雁信已启动：${env.NEXTAUTH_URL}（监听 ${hostname}:${port}）`),
    // A server that ended because its database is gone comes up on what is there, or not at all.
    () => openDatabase(env, '--existing'),
  )
})

/**
 * Behind a proxy with TLS this machine alone is listened to; whoever means another address names it. Containers and shells
 * set HOSTNAME to the machine's name, which nobody meant as an address to listen on.
 */
function hostnameFromEnv() {
  const given = process.env.HOSTNAME ?? ''
  return isIP(given) || given === 'localhost' ? given : '127.0.0.1'
}

/** Passwords and sessions over plain http are read by everybody on the way. @param {string} address */
function warnPlain(address) {
  const { protocol, hostname } = new URL(address)
  if (protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    say(`注意：访问地址 ${address} 不是 https，密码和内容在网络上可被他人看到。请在前面加一台提供 https 的代理。`)
}

/** @param {number} port @returns {NodeJS.ProcessEnv & { DATA_DIR: string }} */
function officeEnvironment(port) {
  const { YANXIN_DEMO: _, ...env } = process.env
  const DATA_DIR = resolve(root, env.DATA_DIR || 'data')
  return { ...env, DATA_DIR, NEXTAUTH_URL: env.NEXTAUTH_URL || `http://localhost:${port}` }
}

/** An empty office beside the real one would take in what nobody then finds: it is made when asked for. @param {NodeJS.ProcessEnv} env */
async function openDatabase(env, how = process.argv.slice(2).includes('--new') ? '--new' : '--existing') {
  if ((await yanxin(['migrate', how], env, { capture: true })).code !== 0)
    throw new SetupError('数据库未能打开或升级到本版本，已停止启动，原因见上。')
}

/** @param {NodeJS.ProcessEnv} env */
async function refuseDemo(env) {
  const { code } = await yanxin(['demo-check'], env, { capture: true })
  if (code === 0) return
  throw new SetupError(
    code === 1
      ? '这是样例数据库，npm start 不予使用。请为 DATA_DIR 或 DATABASE_URL 另指正式数据；看样例请用 npm run demo。'
      : '未能确认数据库是否为样例，已停止启动，错误信息见上。',
  )
}

/** @param {NodeJS.ProcessEnv} env */
async function hintFirstAccount(env) {
  const { code, stdout } = await yanxin(['account', 'count'], env, { capture: true })
  if (code === 0 && Number(stdout) === 0) say('还没有任何账号。建立首个账号的方法：npm run -s yanxin -- account --help')
}
