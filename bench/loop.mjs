import { monitorEventLoopDelay } from 'node:perf_hooks'
import { held as holding } from './held.mjs'

/**
 * Within a measured server: how long its event loop was held, what it holds, and what became of its transactions (the
 * open database is kept by lib/domain/base/memory), told to the bench when it asks.
 */
const RESOLUTION_MS = 5
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
delay.enable()
process.on('message', () => {
  const held = (/** @type {number} */ nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
  process.send?.({
    p99: held(delay.percentile(99)),
    most: held(delay.max),
    holding: holding(),
    ...database()?.outcomes(),
  })
  delay.reset()
})
process.channel?.unref()

function database() {
  const { yanxinMemory } = /** @type {{ yanxinMemory?: Map<string, Map<string, { value: any }>> }} */ (globalThis)
  return yanxinMemory?.get('database')?.get('here')?.value
}
