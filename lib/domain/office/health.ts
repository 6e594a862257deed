/** What a server finds out about itself. */
export type Condition = {
  reader: boolean
  writer: boolean
  /** Whether the open database is the one that its path leads to. */
  files: boolean
  /** How many writes wait, for how long a newcomer would, and since when nothing was committed. */
  waiting: number
  aheadMs: number
  sinceCommitMs: number
  /** Free bytes where the data lie. */
  free: number
  /** How many items wait to be indexed. */
  index: number
}

/** Short names of what may fail, in the order of what is worst. */
export const HEALTH_CODES = ['reader', 'files', 'writer', 'commit', 'queue', 'space', 'index'] as const
export type HealthCode = (typeof HEALTH_CODES)[number]

const QUEUE_MS = 10_000
const COMMIT_MS = 30_000
/** Of the items that wait to be indexed: search reads each of them itself. */
export const INDEX_MOST = 20_000
const SPACE_LEAST = 100 * 1024 ** 2

/** Which of these fail. */
export function failing(condition: Condition): HealthCode[] {
  const { reader, writer, files, waiting, aheadMs, sinceCommitMs, free, index } = condition
  const fails: Record<HealthCode, boolean> = {
    reader: !reader,
    files: !files,
    writer: !writer,
    commit: waiting > 0 && sinceCommitMs > COMMIT_MS,
    queue: aheadMs > QUEUE_MS,
    space: free < SPACE_LEAST,
    index: index > INDEX_MOST,
  }
  return HEALTH_CODES.filter((code) => fails[code])
}
