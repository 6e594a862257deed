import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { main, root } from '../cli/setup/run.mjs'
import { ensureSecret } from '../cli/setup/secrets.mjs'
import { serve } from '../cli/setup/serve.mjs'
import { yanxin } from '../cli/setup/shell.mjs'

/** Serves the built product on a fresh sample database, for the browser tests: `node e2e/server.mjs PORT`. */
const port = Number(process.argv[2])
const dataDir = join(root, 'data/e2e')

await main(async () => {
  rmSync(dataDir, { recursive: true, force: true })
  const NEXTAUTH_SECRET = ensureSecret(dataDir)
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: `file:${dataDir}/yanxin.sqlite`,
    NEXTAUTH_SECRET,
    NEXTAUTH_URL: `http://localhost:${port}`,
    YANXIN_DEMO: '1',
  }
  const { code } = await yanxin(['demo-load'], env, { capture: true })
  if (code !== 0) return code ?? 1
  const { ready, ended } = await serve({ port, hostname: '127.0.0.1', env })
  await ready
  return ended
})
