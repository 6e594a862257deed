import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, run, runNode, SetupError, say, toStderr } from './run.mjs'

const leastNode = [20, 19]
const modules = join(root, 'node_modules')
const stamp = join(modules, '.yanxin-lock')

/** Installs what is missing; does nothing when the stamp says that all is there. */
export async function ensureInstalled() {
  await ensurePackages()
  await ensureDatabaseDriver()
}

/** The packages alone: their own set-up scripts, of which one compiles for a minute or two, are run by {@link ensureDatabaseDriver}. */
export async function ensurePackages() {
  checkNode()
  if (read(stamp) !== state() && !matchesLock()) await install()
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return
  throw new SetupError(
    `雁信需要 Node.js ${leastNode.join('.')} 或更高版本（建议 22 或 24），当前是 ${process.versions.node}。请升级后重试：https://nodejs.org/`,
  )
}

/** What was installed for whom: the lock file's hash, and the node that native parts were built for. */
function state() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${lock} ${process.platform}-${process.arch} abi-${process.versions.modules}\n`
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Whether npm itself, run by hand or copied along, already put there what the lock file asks for. */
function matchesLock() {
  const there = read(join(modules, '.package-lock.json'))
  if (!there) return false
  const installed = JSON.parse(there).packages
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(locked).every(([path, entry]) => {
    if (path === '') return true
    if (!installed[path]) return entry.optional === true || entry.devOptional === true
    return installed[path].version === entry.version && existsSync(join(root, path))
  })
}

async function install() {
  say('正在安装依赖（首次约需一至三分钟）……')
  const quiet = ['--include=dev', '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund']
  const clean = await npm(['ci', ...quiet], { stdio: ['ignore', 2, 'pipe'] })
  if (clean.code === 0) return
  if (!clean.stderr.includes('EUSAGE')) throw await notInstalled('npm ci', clean)
  // A lock file made where only some platforms' packages can be had lacks the others, and `npm ci` refuses it. This
  // installs the same locked versions, takes from the network only what the lock leaves out, and leaves it as it is.
  const lenient = await npm(['install', '--no-save', ...quiet], { stdio: ['ignore', 2, 'pipe'] })
  if (lenient.code !== 0) throw await notInstalled('npm install --no-save', lenient)
}

/** @param {string} command @param {{ code: number, stderr: string }} outcome */
async function notInstalled(command, { code, stderr }) {
  const advice = missingTools(await absentTools())
  return new SetupError(
    `${stderr}\n依赖安装失败（${command} 退出码 ${code}）。请检查网络或 npm 镜像设置后重试。${advice}`,
  )
}

/** better-sqlite3 is native: it may be unbuilt, or built for another version of Node. The other set-up scripts take a second. */
export async function ensureDatabaseDriver() {
  const wanted = state()
  if (read(stamp) === wanted) return
  if (!(await driverLoads())) {
    say('正在编译 better-sqlite3（约需一至两分钟）……')
    await npm(['rebuild', ...withScripts(), '--foreground-scripts'], { stdio: toStderr })
    if (!(await driverLoads())) {
      throw new SetupError(
        `better-sqlite3 无法加载：没有适合本机的预编译包，编译也未成功。${missingTools(await absentTools()) || '编译的错误信息见上。'}`,
      )
    }
  }
  writeFileSync(stamp, wanted)
}

/** The packages that are here and whose set-up scripts are wanted. */
function withScripts() {
  const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.keys(allowScripts).filter((name) => existsSync(join(modules, name)))
}

async function driverLoads() {
  const { code } = await runNode(['-e', "new (require('better-sqlite3'))(':memory:').close()"], { stdio: 'ignore' })
  return code === 0
}

async function absentTools() {
  const tools = ['python3', 'make', 'g++']
  const codes = await Promise.all(tools.map((tool) => run(tool, ['--version'], { stdio: 'ignore' })))
  return tools.filter((_, index) => codes[index]?.code !== 0)
}

/** @param {string[]} tools */
function missingTools(tools) {
  if (tools.length === 0) return ''
  return `\n本机缺少编译所需的 ${tools.join('、')}；Debian、Ubuntu 可执行：apt-get install -y python3 make g++`
}

/**
 * The npm that called us, or the one on the PATH.
 * @param {string[]} args @param {import('node:child_process').SpawnOptions} options
 */
function npm(args, options) {
  const env = { ...process.env }
  // Compiling needs Node's headers: take those that came with this Node before asking the network.
  const prefix = dirname(dirname(process.execPath))
  if (!env.npm_config_nodedir && existsSync(join(prefix, 'include/node/node_version.h')))
    env.npm_config_nodedir = prefix
  const caller = env.npm_execpath
  if (caller && /npm-cli\.c?js$/.test(caller)) return runNode([caller, ...args], { env, ...options })
  return run('npm', args, { env, shell: process.platform === 'win32', ...options })
}
