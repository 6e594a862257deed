import 'server-only'
import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { record } from '@/db/audit'
import { type Database, snapshot, transaction } from '@/db/client'
import { type Scratch, type Staging, withScratch } from '@/db/scratch'
import { Fault } from '@/lib/domain/base/fault'
import { aboutSo, holdsFor } from '@/lib/domain/base/holding'
import { type ImportFault, ImportRefused } from '@/lib/domain/base/import-refused'
import type { Viewer } from '@/lib/domain/people/policy'
import { type Quarter, quarterOfInstant } from '@/lib/domain/time/quarter'
import { authorize } from '../core/authorize'
import { categoriesNow } from '../office/inner/categories'
import { ruleRows } from '../rules/inner/lines'
import { widelySharedFault } from '../rules/inner/sharing'
import { unnamedPublications } from '../rules/inner/unnamed'
import { unvaluedLoaded } from '../rules/inner/unvalued'
import { FILE_NAMES } from './files'
import { isUtf8File, readCsv } from './inner/csv'
import type { Format, Outcome } from './inner/format'
import { FORMATS } from './inner/formats'
import { logEnd, nothingMeanwhile } from './inner/meanwhile'
import { KnownCategories, KnownLevels, KnownRules, NamedUnits, SeenItems } from './inner/seen'

/** A file in memory, or one that is read as it is needed, each time from its beginning. */
export type ImportFile = { name: string } & (
  | { bytes: Uint8Array }
  | { size: number; open: () => AsyncIterable<Uint8Array> }
)

/**
 * `again`: what would be named as recorded twice is recorded once more. `holdMost`: how long others may be kept from
 * writing; without it as long as it takes.
 */
export type ImportOptions = {
  now: number
  again?: boolean
  progress?: (done: number, total: number) => void
  holdMost?: number
}

/** Files after which it is said what points nobody can reach, and what has none. */
const REMARKED: readonly string[] = ['rules.csv', 'adoptions.csv']

type Given = { format: Format; utf8: boolean; open: () => AsyncIterable<Uint8Array> }
type Taken = { format: Format; digest: string; outcome: Outcome; write?: (tx: Database) => Promise<void> }

/** What is to be written, and what it rests on: how the log stood when it was checked, and the items of it that there were. */
type Stage = { taken: Taken[]; staging: Staging; since: number; items: Scratch }

/**
 * Loads files, all or nothing: one fault anywhere and nothing was written. Rows under a known key update it; the same
 * files again change nothing and leave no trace. Throws ImportRefused with every fault of every file. Files are read row
 * by row: what this takes of memory does not depend on how many there are. They are read, checked and staged beside the
 * database, while others write; then posted in one transaction.
 */
export async function importFiles(
  viewer: Viewer,
  files: readonly ImportFile[],
  { now, again = false, progress = () => undefined, holdMost = Number.POSITIVE_INFINITY }: ImportOptions,
): Promise<{ changed: number; unchanged: number; remarks: string[] }> {
  authorize(viewer, 'data.import')
  const stranger = files.find(({ name }) => !FILE_NAMES.includes(name))
  if (stranger) throw new Fault('invalid', `不认识的文件“${stranger.name}”，可导入 ${FILE_NAMES.join('、')}。`)
  if (files.length === 0) throw new Fault('invalid', `没有可导入的文件，可导入 ${FILE_NAMES.join('、')}。`)
  const unreadable: ImportFault[] = []
  const given: Given[] = []
  for (const format of FORMATS) {
    const file = files.find(({ name }) => name === format.file)
    if (!file) continue
    const open = 'bytes' in file ? () => piecesOf(file.bytes) : file.open
    given.push({ format, open, utf8: await isUtf8File(open(), sayer(unreadable, format.file)) })
  }
  const total = files.reduce((sum, file) => sum + ('bytes' in file ? file.bytes.length : file.size), 0)

  return withScratch(async (space, staging) => {
    const items = space('rests on')
    // Reading is the first half of the way, writing the second.
    const reading = (done: number) => progress(Math.min(done, total), 2 * total)
    const { taken, since } = await snapshot((tx) =>
      staged({ tx, given, unreadable, now, again, reading, space, staging, items }),
    )
    const sum = (of: 'changed' | 'unchanged') => taken.reduce((n, { outcome }) => n + outcome[of], 0)
    const changed = sum('changed')
    const writing = (written: number) => progress(total + Math.floor((total * written) / changed), 2 * total)
    if (changed > 0) await post(viewer, { taken, staging, since, items }, { now, holdMost, changed, writing })
    progress(1, 1)
    const remarks = taken.some(({ format }) => REMARKED.includes(format.file)) ? await remarksAt(now) : []
    return { changed, unchanged: sum('unchanged'), remarks }
  })
}

/** What the files say that stands, and scores nothing. */
function remarksAt(now: number): Promise<string[]> {
  return snapshot(async (tx) => [
    ...(await unnamedPublications(tx, await ruleRows(tx), quarterOfInstant(now))),
    ...(await unvaluedLoaded(tx, now)),
  ])
}

type Reading = {
  tx: Database
  given: readonly Given[]
  unreadable: readonly ImportFault[]
  now: number
  again: boolean
  reading: (done: number) => void
  space: (name: string) => Scratch
  staging: Staging
  items: Scratch
}

/** Reads and checks all files against the database as it stands; throws with every fault of theirs. */
async function staged({ tx, given, unreadable, now, again, reading, space, staging, items: touched }: Reading) {
  const since = await logEnd(tx)
  const faults = [...unreadable]
  let done = 0
  const read = (bytes: number) => {
    done += bytes
  }
  const tick = async () => {
    reading(done)
    await turn()
  }
  const names = await NamedUnits.of(tx)
  const categories = await KnownCategories.of(tx)
  const [rules, levels] = [await KnownRules.of(tx), await KnownLevels.of(tx)]
  const items = new SeenItems(tx, space('items'))
  const restsOn = (ids: readonly string[]) => touched.add(ids.map((id) => [id, '']))
  const known = { tx, now, again, names, categories, rules, levels, items, tick, restsOn }
  const taken: Taken[] = []
  for (const one of given) {
    const { file } = one.format
    const stage = (rows: unknown) => {
      if (faults.length === 0) staging.put(file, rows)
    }
    const importing = { ...known, stage, say: sayer(faults, file), keys: space(`keys of ${file}`) }
    taken.push(await taking(one, importing, read))
  }
  if (faults.length > 0) throw new ImportRefused(inOrder(faults))
  return { taken, since }
}

type Posting = { now: number; holdMost: number; changed: number; writing: (written: number) => void }

/** Writes what was staged, in one transaction; undone where it would keep others from writing for too long. */
function post(viewer: Viewer, { taken, staging, since, items }: Stage, { now, holdMost, changed, writing }: Posting) {
  return transaction(async (tx) => {
    const began = performance.now()
    await nothingMeanwhile(tx, since, items)
    let written = 0
    const wrote = async (rows: number) => {
      written += rows
      writing(written)
      const long = holdsFor(performance.now() - began, written, changed)
      if (long !== null && long > holdMost) throw tooLong(changed, long)
      await turn()
    }
    for (const { format, outcome, write } of taken) {
      if (write) {
        await write(tx)
        await wrote(outcome.changed)
      }
      if (format.post)
        for (const rows of staging.of(format.file)) await wrote(await format.post(tx, rows as never, now))
    }
    const shared = await widelySharedFault(tx, EVER, await ruleRows(tx), await categoriesNow(tx))
    if (shared) throw new Fault('conflict', `${shared}没有导入任何内容。`)
    await account(tx, viewer, taken, now)
  })
}

const EVER = '2000Q1' as Quarter

function tooLong(rows: number, ms: number): Fault {
  return new Fault(
    'conflict',
    `门户正在运行，这次导入要写 ${rows} 行，其间${aboutSo(ms)}谁也不能报送和保存，没有导入任何内容。请在停用门户时或夜间，加上 --closed 再运行。`,
  )
}

/** Goes through one file; what others refer to in it is then known. */
async function taking(
  { format, utf8, open }: Given,
  importing: Parameters<Format['begin']>[0],
  read: (bytes: number) => void,
): Promise<Taken> {
  const { now, say, names, categories, items } = importing
  const hash = createHash('sha256')
  const reading = { broken: new Set<string>(), readable: false }
  const whose: Record<string, KnownCategories | NamedUnits | SeenItems> = {
    'categories.csv': categories,
    'units.csv': names,
    'items.csv': items,
  }
  const taker = format.begin(importing)
  const rows = utf8 ? readCsv(format.columns, watched(open(), hash, read), now, say, reading) : []
  for await (const lines of rows) await taker.take(lines)
  const referred = whose[format.file]
  if (referred) {
    referred.broken = reading.broken
    referred.complete = reading.readable
  }
  const { write, ...outcome } = await taker.end()
  return { format, digest: hash.digest('hex'), outcome, write }
}

async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
  read: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const part of bytes) {
    hash.update(part)
    read(part.length)
    yield part
  }
}

const PIECE = 1 << 16

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}

/** One audit entry for all figures when the register, the rules or the targets changed, and one for each quarter. */
async function account(tx: Database, viewer: Viewer, taken: readonly Taken[], now: number): Promise<void> {
  const moved = [...new Set(taken.flatMap(({ outcome }) => [...outcome.figures]))].sort()
  const files = Object.fromEntries(
    taken.map(({ format, digest, outcome: { changed, unchanged } }) => [
      format.file,
      { sha256: digest, changed, unchanged },
    ]),
  )
  const subject = taken.map(({ format }) => format.file).join(' ')
  for (const figures of moved) {
    await record(tx, viewer.userId, { verb: 'data.import', subject, detail: { files }, figures }, now)
  }
}

function sayer(faults: ImportFault[], file: string) {
  return (line: number, what: string, why: string) => void faults.push({ file, line, what, why })
}

function inOrder(faults: readonly ImportFault[]): ImportFault[] {
  const place = ({ file }: ImportFault) => FILE_NAMES.indexOf(file)
  return faults.toSorted((a, b) => place(a) - place(b) || a.line - b.line)
}
