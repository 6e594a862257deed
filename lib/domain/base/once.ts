/**
 * A memory of the process for what is costly to make: what a key names is made once and kept while it is among the last
 * few asked for; whoever asks meanwhile waits for the same making, and what failed is made anew. The key must hold all
 * that the result depends on: nothing of the viewer, and of the data their version, read before the data themselves, so
 * that a change in between costs one more making and never shows what is old. Every server has its own.
 */
export function makingOnce(kept: number): <T>(key: string, make: () => Promise<T>) => Promise<T> {
  const makings = new Map<string, Promise<unknown>>()
  return <T>(key: string, make: () => Promise<T>) => {
    const making = (makings.get(key) as Promise<T> | undefined) ?? make()
    makings.delete(key)
    makings.set(key, making)
    making.catch(() => makings.get(key) === making && makings.delete(key))
    for (const oldest of makings.keys()) {
      if (makings.size <= kept) break
      makings.delete(oldest)
    }
    return making
  }
}
