import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { binOf, root, runNode, SetupError, say, toStderr } from './run.mjs'

const stamp = join(root, '.next/yanxin-build')
const folders = ['app', 'components', 'lib', 'public']
const files = ['next.config.mjs', 'package-lock.json', 'tsconfig.json', 'instrumentation.ts', 'proxy.ts']
const noSource = /\.test\.[jt]sx?$|^testing(\.|$)|^golden$|^\./

/** Builds the pages when their sources are not those of the last build. */
export async function ensureBuilt() {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('正在构建页面（约需一分钟）……')
  // A build that breaks off must not pass for a fresh one.
  rmSync(stamp, { force: true })
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const { code } = await runNode([binOf('next'), 'build'], { env, stdio: toStderr })
  if (code !== 0) throw new SetupError(`页面构建失败（next build 退出码 ${code}），错误信息见上。`)
  await bundleWorker()
  writeFileSync(stamp, wanted)
}

/**
 * The code of the processes that read and write files (lib/files/pool), for node as it is: the server starts one whenever there is
 * work, and shall not compile it each time.
 */
async function bundleWorker() {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: ['lib/files/pool/worker.ts'],
    outdir: join(root, '.next/files'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  })
}

/** The hash of every source's path and content; of db/ only its own files, since migrations are read at run time. */
function fingerprint() {
  const hash = createHash('sha256')
  const database = readdirSync(join(root, 'db')).filter((name) => name.endsWith('.ts'))
  const own = database.filter((name) => !noSource.test(name)).map((name) => `db/${name}`)
  for (const path of [...folders.flatMap(sources), ...own.sort(), ...files]) {
    if (existsSync(join(root, path)))
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update('\0')
  }
  return `${hash.digest('hex')}\n`
}

/** @param {string} path a file or folder under the root @returns {string[]} */
function sources(path) {
  if (!existsSync(join(root, path))) return []
  if (!statSync(join(root, path)).isDirectory()) return [path]
  const names = readdirSync(join(root, path)).filter((name) => !noSource.test(name))
  return names.sort().flatMap((name) => sources(`${path}/${name}`))
}
