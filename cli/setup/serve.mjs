import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { trusted } from '../../lib/door/address.mjs'
import { askedToStop, root, SetupError, start } from './run.mjs'

const patience = 120_000

/** Says so when the port is taken, before anything slow begins. @param {number} port @param {string} hostname */
export function ensureFree(port, hostname) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      reject(new SetupError(whyNot(error, port, hostname))),
    )
    probe.listen(port, hostname, () => probe.close(() => resolve(undefined)))
  })
}

/** @param {NodeJS.ErrnoException} error @param {number} port @param {string} hostname */
function whyNot({ code }, port, hostname) {
  if (code === 'EADDRINUSE')
    return `端口 ${port} 已被占用（可能雁信已在运行）。请先停止占用的程序，或换一个端口，例如：PORT=${port + 1}`
  if (code === 'EACCES') return `无权使用端口 ${port}。请换一个 1024 以上的端口，例如：PORT=3000`
  return `无法在 ${hostname}:${port} 上监听（${code}）。请检查 PORT 与 HOSTNAME。`
}

/**
 * Serves the built pages. `ready` resolves when they answer, and rejects when they do not in time.
 * `log` takes what the server says on stdout, in place of the terminal.
 * @param {{ port: number, hostname: string, env: NodeJS.ProcessEnv, log?: number }} options
 */
export async function serve({ port, hostname, env, log }) {
  await ensureFree(port, hostname)
  refuseProxies(env.TRUSTED_PROXIES)
  const args = [join(root, 'lib/door/serve.mjs'), String(port), hostname]
  const quiet = { ...env, NODE_ENV: /** @type {const} */ ('production'), NEXT_TELEMETRY_DISABLED: '1' }
  const child = start(process.execPath, args, { env: quiet, stdio: ['ignore', log ?? 'inherit', 'inherit', 'ipc'] })
  const reachable = ['0.0.0.0', '::', 'localhost'].includes(hostname) ? '127.0.0.1' : hostname
  return { child, ready: answers(`http://${reachable}:${port}/api/health`, child), ended: end(child) }
}

/** @param {string} [named] */
function refuseProxies(named) {
  try {
    trusted(named)
  } catch {
    throw new SetupError(
      `TRUSTED_PROXIES=${named} 有误，应为代理服务器的地址或网段，以逗号分隔，例如：10.0.0.5,192.168.1.0/24`,
    )
  }
}

/** @param {string} address @param {import('node:child_process').ChildProcess} child */
async function answers(address, child) {
  const until = Date.now() + patience
  let status = '没有应答'
  while (Date.now() < until) {
    if (askedToStop()) return
    if (child.exitCode !== null || child.signalCode) throw new SetupError('服务未能启动，错误信息见上。')
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(5_000), redirect: 'manual' })
      if (response.ok) return
      status = `应答 ${response.status}`
      const { failing } = await response.json()
      // It stands: a disk that is nearly full must not keep the office from reading.
      if (!failing.includes('reader')) return say(`服务已启动，但自检有未通过的项目：${failing.join('、')}`)
    } catch {
      // Not up yet.
    }
    await sleep(100)
  }
  child.kill('SIGTERM')
  throw new SetupError(`服务在 ${patience / 1000} 秒内未能就绪（${address} ${status}）。`)
}

/** The exit code of the whole: 0 when the person ended it. @param {import('node:child_process').ChildProcess} child */
function end(child) {
  return new Promise((/** @type {(code: number) => void} */ resolve) => {
    child.once('close', (code) => resolve(askedToStop() ? 0 : (code ?? 1)))
  })
}
