import Sqlite from 'better-sqlite3'

/** Keys with values that would not fit into memory. */
export type Scratch = {
  /** What is known under these keys. */
  find(keys: readonly string[]): Map<string, string>
  /** Adds keys; one that is known already keeps its value. */
  add(entries: readonly (readonly [key: string, value: string])[]): void
}

/** Things that wait to be written, by the name of the file that they came from. */
export type Staging = {
  put(file: string, thing: unknown): void
  /** All of a file in the order in which they were put; again as often as it is asked. */
  of(file: string): Generator<unknown>
}

/**
 * Runs work with room of its own beside the database, whichever that is: a temporary file that the system takes away with the
 * process. Each `space` in it has keys of its own.
 */
export async function withScratch<T>(
  work: (space: (name: string) => Scratch, staging: Staging) => Promise<T>,
): Promise<T> {
  const room = new Sqlite('')
  room.pragma('journal_mode = OFF')
  room.exec(`CREATE TABLE known (space TEXT, key TEXT, value TEXT NOT NULL, PRIMARY KEY (space, key)) WITHOUT ROWID;
    CREATE TABLE staged (place INTEGER PRIMARY KEY, file TEXT NOT NULL, thing TEXT NOT NULL);
    CREATE INDEX staged_file ON staged (file)`)
  const find = room.prepare('SELECT value FROM known WHERE space = ? AND key = ?').pluck()
  const add = room.prepare('INSERT OR IGNORE INTO known VALUES (?, ?, ?)')
  const put = room.prepare('INSERT INTO staged (file, thing) VALUES (?, ?)')
  const next = room.prepare('SELECT place, thing FROM staged WHERE file = ? AND place > ? ORDER BY place LIMIT 1')
  try {
    return await work(
      (name) => ({
        find: (keys) =>
          new Map(
            keys.flatMap((key) => {
              const value = find.get(name, key) as string | undefined
              return value === undefined ? [] : [[key, value] as const]
            }),
          ),
        add(entries) {
          for (const [key, value] of entries) add.run(name, key, value)
        },
      }),
      {
        put: (file, thing) => void put.run(file, JSON.stringify(thing)),
        *of(file) {
          for (let after = 0; ; ) {
            const row = next.get(file, after) as { place: number; thing: string } | undefined
            if (!row) return
            yield JSON.parse(row.thing)
            after = row.place
          }
        },
      },
    )
  } finally {
    room.close()
  }
}
