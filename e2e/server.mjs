import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { main, root } from '../cli/setup/run.mjs'
import { ensureSecret } from '../cli/setup/secrets.mjs'
import { serve } from '../cli/setup/serve.mjs'
import { yanxin } from '../cli/setup/shell.mjs'

/** Serves the built product on each port with a fresh sample database of its own: `node e2e/server.mjs PORT …`. */
const ports = process.argv.slice(2).map(Number)
const folder = join(root, 'data/e2e')

/** @param {string} dataDir @param {number} [port] */
const envOf = (dataDir, port) => ({
  ...process.env,
  DATA_DIR: dataDir,
  DATABASE_URL: `file:${dataDir}/yanxin.sqlite`,
  NEXTAUTH_SECRET: ensureSecret(dataDir),
  NEXTAUTH_URL: `http://localhost:${port}`,
  YANXIN_DEMO: '1',
})

await main(async () => {
  rmSync(folder, { recursive: true, force: true })
  const sample = join(folder, 'sample')
  const { code } = await yanxin(['demo-load'], envOf(sample), { capture: true })
  if (code !== 0) return code ?? 1
  const servers = await Promise.all(
    ports.map((port) => {
      const dataDir = join(folder, String(port))
      cpSync(sample, dataDir, { recursive: true })
      return serve({ port, hostname: '127.0.0.1', env: envOf(dataDir, port) })
    }),
  )
  await Promise.all(servers.map(({ ready }) => ready))
  return Math.max(...(await Promise.all(servers.map(({ ended }) => ended))))
})
