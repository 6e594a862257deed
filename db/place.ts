import { statSync } from 'node:fs'

/**
 * Remembers which files these paths lead to, by device and inode. What it gives says which path leads elsewhere or nowhere
 * by now: SQLite itself goes on writing to a file that was deleted, moved or replaced, and nobody would ever read it again.
 */
export function watchPlace(paths: readonly string[]): () => string | null {
  const opened = paths.map(identity)
  return () => paths.find((path, at) => identity(path) !== opened[at]) ?? null
}

function identity(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true })
  return found ? `${found.dev}:${found.ino}` : null
}
