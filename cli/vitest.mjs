import { ensureInstalled } from './setup/install.mjs'
import { main } from './setup/run.mjs'
import { vitest } from './setup/vitest.mjs'

/** `npm run test:rules`, `npm run test:data`: vitest with the arguments given, and an exit code that can be trusted. */
await main(async () => {
  await ensureInstalled()
  await vitest(process.argv.slice(2))
})
