import { Presets, SingleBar } from 'cli-progress'

const PATIENCE_MS = 1000

/**
 * Shows on stderr how far the work is, once it takes longer than a second: a bar on a terminal, elsewhere a line for
 * every tenth. `end` takes the bar away.
 */
export function progressOn(stream: NodeJS.WriteStream) {
  const start = Date.now()
  let bar: SingleBar | undefined
  let tenth = 0
  return {
    update(done: number, total: number): void {
      if (total === 0 || Date.now() - start < PATIENCE_MS) return
      if (!stream.isTTY) {
        const now = Math.floor((10 * done) / total)
        if (now > tenth) stream.write(`已处理 ${now * 10} %\n`)
        tenth = Math.max(tenth, now)
        return
      }
      if (!bar) {
        bar = new SingleBar(
          { stream, format: '{bar} {percentage} %，还需约 {eta_formatted}', clearOnComplete: true },
          Presets.shades_classic,
        )
        bar.start(total, done)
      }
      bar.update(done)
    },
    end(): void {
      bar?.stop()
    },
  }
}

/** Runs work with such a bar on stderr. */
export async function withBar<T>(work: (update: (done: number, total: number) => void) => Promise<T>): Promise<T> {
  const bar = progressOn(process.stderr)
  try {
    return await work(bar.update)
  } finally {
    bar.end()
  }
}
