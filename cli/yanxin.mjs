import { ensureInstalled } from './setup/install.mjs'
import { main } from './setup/run.mjs'
import { yanxin } from './setup/shell.mjs'

/** `npm run yanxin`: paths that the person gives are meant from where they stand, not from the project's root. */
await main(async () => {
  await ensureInstalled()
  const env = { ...process.env, YANXIN_CWD: process.env.INIT_CWD ?? process.cwd() }
  const { code } = await yanxin(process.argv.slice(2), env)
  return code
})
