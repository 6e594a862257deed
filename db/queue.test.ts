import { AsyncLocalStorage } from 'node:async_hooks'
import Sqlite from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { cameBefore } from '@/lib/domain/base/patience'
import { type Queue, queue, type Ways } from './queue'
import { keepStatements } from './statements'

let file: Sqlite.Database
let write: Queue<Sqlite.Database>
let commits: number

const ways: Ways = {
  begin: () => Boolean(file.exec('BEGIN IMMEDIATE')),
  patienceMs: 0,
  locked: () => new Error('locked'),
  check: () => undefined,
  shares: true,
}

beforeEach(() => {
  file = new Sqlite(':memory:')
  file.exec('CREATE TABLE t (n INTEGER PRIMARY KEY)')
  commits = 0
  const exec = file.exec.bind(file)
  file.exec = (source) => {
    if (source === 'COMMIT') commits++
    return exec(source)
  }
  write = queue(file, file, ways)
})

/** Who waits together is then no question of the machine's speed. */
const gather = () => {
  write = queue(file, file, { ...ways, gatherMs: Number.POSITIVE_INFINITY })
}
const add = (n: number) => write.run(async (tx) => tx.prepare('INSERT INTO t VALUES (?)').run(n).lastInsertRowid)
const stored = () => file.prepare('SELECT n FROM t ORDER BY n').pluck().all()
const outcome = (all: Promise<unknown>[]) => Promise.allSettled(all).then((done) => done.map(({ status }) => status))

describe('one writer, and many who wait', () => {
  test('what waits together is committed together, and answered with its own result', async () => {
    gather()
    expect(await Promise.all([1, 2, 3].map(add))).toEqual([1, 2, 3])
    expect(commits).toBe(1)
  })

  test('nobody is answered before the commit', async () => {
    const [first] = [write.run(async () => file.inTransaction), write.run(async () => 0)]
    expect(await first.then((inside) => [inside, file.inTransaction])).toEqual([true, false])
  })

  test('whoever fails takes nobody along, first or in the middle, and leaves nothing', async () => {
    const half = async (tx: Sqlite.Database) => {
      tx.prepare('INSERT INTO t VALUES (99)').run()
      throw new Error('stop')
    }
    expect(await outcome([write.run(half), add(1), write.run(half), add(2)])).toEqual([
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(stored()).toEqual([1, 2])
  })

  test('where the common transaction is lost, the others run again, each alone', async () => {
    gather()
    let ran = 0
    const other = write.run(async (tx) => {
      ran++
      return tx.prepare('INSERT INTO t VALUES (1)').run().changes
    })
    // As SQLite does by itself when the disk is full.
    const full = write.run(async (tx) => {
      tx.exec('ROLLBACK')
      throw new Error('full')
    })
    expect(await outcome([other, full, add(2)])).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect([ran, stored()]).toEqual([2, [1, 2]])
  })

  test('a commit that fails for one fails for that one alone', async () => {
    file.exec('PRAGMA foreign_keys = 1; CREATE TABLE c (n REFERENCES t (n) DEFERRABLE INITIALLY DEFERRED)')
    const orphan = write.run(async (tx) => tx.prepare('INSERT INTO c VALUES (7)').run())
    expect(await outcome([add(1), orphan, add(2)])).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(stored()).toEqual([1, 2])
  })

  test('a file that another process holds is told to all who waited, at once, and the next one is tried anew', async () => {
    let locked = true
    let tries = 0
    const begin = () => {
      tries++
      return !locked && ways.begin()
    }
    const shy = queue(file, file, { ...ways, begin })
    const told = await Promise.all(
      Array.from({ length: 50 }, () => shy.run(async () => 1).catch((error: Error) => `${error.message} ${tries}`)),
    )
    expect(new Set(told)).toEqual(new Set(['locked 1']))
    locked = false
    expect(await shy.run(async () => 2)).toBe(2)
  })

  test('whoever waits no longer than it may is served once the file is free', async () => {
    let tries = 0
    const patient = queue(file, file, { ...ways, begin: () => ++tries > 3 && ways.begin(), patienceMs: 300_000 })
    expect(await Promise.all([1, 2].map((n) => patient.run(async () => n)))).toEqual([1, 2])
    expect(tries).toBe(4)
  })

  test('whoever waits at a page is told by what remains of the time since it came, however patient the others are', async () => {
    const still = queue(file, file, { ...ways, begin: () => false, patienceMs: 300_000 })
    const from = (ms: number) => cameBefore(ms, () => still.run(async () => 1)).catch((error: Error) => error.message)
    const other = still.run(async () => 1)
    expect(await Promise.all([from(1_900), from(10_000), from(-5_000)])).toEqual(['locked', 'locked', 'locked'])
    expect(await Promise.race([other, 'waits'])).toBe('waits')
  })

  test('all who wait at a page are told with the first of them, and whoever comes then at the first try, until the file is free', async () => {
    let tries = 0
    let free = false
    const begin = () => {
      tries++
      return free && ways.begin()
    }
    const still = queue(file, file, { ...ways, begin, patienceMs: 300_000 })
    const from = (ms: number) =>
      cameBefore(ms, () => still.run(async () => 'written')).catch((error: Error) => `${error.message} ${tries}`)
    const together = await Promise.all([from(1_900), from(0), from(500)])
    expect(new Set(together)).toEqual(new Set([`locked ${tries}`]))
    expect(await from(0)).toBe(`locked ${tries}`)
    const [before, next] = [tries, await from(0)]
    expect(next).toBe(`locked ${before + 1}`)
    free = true
    expect(await from(0)).toBe('written')
  })

  test('a file that cannot be begun is told to whoever asked', async () => {
    const begin = () => {
      throw new Error('broken')
    }
    const broken = queue(file, file, { ...ways, begin })
    await expect(broken.run(async () => 1)).rejects.toThrow('broken')
  })

  test('the loop runs between commits, and a long row of waiting ones is no single turn', async () => {
    const slow = (tx: Sqlite.Database) => {
      for (const end = performance.now() + 2; performance.now() < end; );
      return tx.prepare('SELECT 1').get()
    }
    let turns = 0
    const count = () => {
      turns++
      ticking = setImmediate(count)
    }
    let ticking = setImmediate(count)
    await Promise.all(Array.from({ length: 40 }, () => write.run(async (tx) => slow(tx))))
    clearImmediate(ticking)
    expect(commits).toBeGreaterThan(5)
    expect(turns).toBeGreaterThanOrEqual(commits)
  })

  test('work runs in the context of whoever asked for it', async () => {
    const request = new AsyncLocalStorage<string>()
    const ask = (name: string) => request.run(name, () => write.run(async () => request.getStore()))
    expect(await Promise.all([ask('a'), ask('b')])).toEqual(['a', 'b'])
  })

  test('says how much is ahead: nothing when nobody waits', async () => {
    const all = [1, 2, 3].map(add)
    expect(write.ahead()).toBeGreaterThan(0)
    await Promise.all(all)
    await write.idle()
    expect(write.ahead()).toBe(0)
  })
})

describe('kept statements', () => {
  test('are prepared once, and give rows or arrays as asked, in any order', () => {
    let prepared = 0
    const prepare = file.prepare.bind(file)
    file.prepare = ((source: string) => {
      prepared++
      return prepare(source)
    }) as typeof file.prepare
    keepStatements(file)
    const ask = () => file.prepare('SELECT 1 AS one')
    const first = ask()
    expect(ask().raw().all()).toEqual([[1]])
    expect(first.all()).toEqual([{ one: 1 }])
    expect([ask().raw().get(), ask().get()]).toEqual([[1], { one: 1 }])
    expect(file.prepare('INSERT INTO t VALUES (?)').run(5).changes).toBe(1)
    expect(prepared).toBe(2)
  })

  test('see a schema that has changed, and are bounded', () => {
    keepStatements(file)
    const all = () => file.prepare('SELECT * FROM t').all()
    expect(all()).toEqual([])
    file.exec("ALTER TABLE t ADD COLUMN word DEFAULT 'w'; INSERT INTO t (n) VALUES (1)")
    expect(all()).toEqual([{ n: 1, word: 'w' }])
    for (let n = 0; n < 1000; n++) expect(file.prepare(`SELECT ${n} AS n`).get()).toEqual({ n })
  })
})
