import { readdirSync } from 'node:fs'

/**
 * What this process holds at this moment: file descriptors, timers, memory in MiB, and how many entries each of its
 * memories (lib/domain/base/memory) has.
 */
export function held() {
  const { rss, heapUsed, external } = process.memoryUsage()
  const { yanxinMemory } = /** @type {{ yanxinMemory?: Map<string, Map<string, unknown>> }} */ (globalThis)
  const memories = [...(yanxinMemory ?? [])].map(([name, kept]) => [`memory of ${name}`, kept.size])
  const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout' || name === 'Immediate').length
  return {
    'RSS, MiB': rss / 2 ** 20,
    'heap, MiB': heapUsed / 2 ** 20,
    'outside the heap, MiB': external / 2 ** 20,
    'file descriptors': filesOpen(),
    timers,
    ...Object.fromEntries(memories),
  }
}

function filesOpen() {
  try {
    return readdirSync('/proc/self/fd').length
  } catch {
    return 0 // not Linux
  }
}
