import { AsyncLocalStorage } from 'node:async_hooks'

const here = new AsyncLocalStorage<string>()

/** From where the work in hand is asked for, as the log writes it; null where nobody asked. */
export function origin(): string | null {
  return here.getStore() ?? null
}

/** Runs what is asked for from an address, or by a user of the operating system. */
export function cameFrom<T>(where: string, work: () => T): T {
  return here.run(where, work)
}
