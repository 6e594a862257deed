import 'server-only'
import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { record } from '@/db/audit'
import { type Database, transaction } from '@/db/client'
import { withScratch } from '@/db/scratch'
import { Fault } from '@/lib/domain/base/fault'
import { type ImportFault, ImportRefused } from '@/lib/domain/base/import-refused'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { FILE_NAMES } from './files'
import { isUtf8File, readCsv } from './inner/csv'
import type { Format, Outcome } from './inner/format'
import { FORMATS } from './inner/formats'
import { KnownCategories, NamedUnits, SeenItems } from './inner/seen'

/** A file in memory, or one that is read as it is needed, each time from its beginning. */
export type ImportFile = { name: string } & (
  | { bytes: Uint8Array }
  | { size: number; open: () => AsyncIterable<Uint8Array> }
)
export type ImportOptions = { now: number; again?: boolean; progress?: (done: number, total: number) => void }

type Given = { format: Format; utf8: boolean; open: () => AsyncIterable<Uint8Array> }
type Taken = { file: string; digest: string; outcome: Outcome }

/**
 * Loads files, all or nothing: one fault anywhere and nothing was written. Rows under a known key update it; the same
 * files again change nothing and leave no trace. Throws ImportRefused with every fault of every file. Files are read row
 * by row: what this takes of memory does not depend on how many there are.
 */
export async function importFiles(
  viewer: Viewer,
  files: readonly ImportFile[],
  { now, again = false, progress = () => undefined }: ImportOptions,
): Promise<{ changed: number; unchanged: number }> {
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

  return transaction((tx) =>
    withScratch(tx, async (space) => {
      const faults = [...unreadable]
      let done = 0
      const read = (bytes: number) => {
        done += bytes
      }
      const tick = async () => {
        progress(Math.min(done, total), total)
        await turn()
      }
      const names = await NamedUnits.of(tx)
      const categories = await KnownCategories.of(tx)
      const items = new SeenItems(tx, space('items'))
      const known = { tx, now, again, names, categories, items, tick, writes: () => faults.length === 0 }
      const taken: Taken[] = []
      for (const one of given) {
        const { file } = one.format
        const importing = { ...known, say: sayer(faults, file), keys: space(`keys of ${file}`) }
        taken.push(await taking(one, importing, read))
      }
      if (faults.length > 0) throw new ImportRefused(inOrder(faults))
      const sum = (of: 'changed' | 'unchanged') => taken.reduce((n, { outcome }) => n + outcome[of], 0)
      if (sum('changed') > 0) await account(tx, viewer, taken, now)
      progress(total, total)
      return { changed: sum('changed'), unchanged: sum('unchanged') }
    }),
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
  const outcome = await taker.end()
  return { file: format.file, digest: hash.digest('hex'), outcome }
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
    taken.map(({ file, digest, outcome: { changed, unchanged } }) => [file, { sha256: digest, changed, unchanged }]),
  )
  const subject = taken.map(({ file }) => file).join(' ')
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
