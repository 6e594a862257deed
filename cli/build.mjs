import { ensureBuilt } from './setup/build.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { main, say } from './setup/run.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  say('页面已构建完成。')
})
