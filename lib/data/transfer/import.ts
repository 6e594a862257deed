import 'server-only'
import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { record } from '@/db/audit'
import { type Database, transaction } from '@/db/client'
import { Fault } from '@/lib/domain/base/fault'
import { type ImportFault, ImportRefused } from '@/lib/domain/base/import-refused'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { FILE_NAMES } from './files'
import { type CsvReading, readCsv } from './inner/csv'
import type { Format, Plan } from './inner/format'
import { FORMATS } from './inner/formats'
import { KnownCategories, NamedUnits, SeenItems } from './inner/seen'

export type ImportFile = { name: string; bytes: Uint8Array }
export type ImportOptions = { now: number; progress?: (done: number, total: number) => void }
type Read = { format: Format; reading: CsvReading<Record<string, unknown>>; digest: string }

/**
 * Loads files, all or nothing: one fault anywhere and nothing was written. Rows under a known key update it; the same
 * files again change nothing and leave no trace. Throws ImportRefused with every fault of every file.
 */
export async function importFiles(
  viewer: Viewer,
  files: readonly ImportFile[],
  { now, progress = () => undefined }: ImportOptions,
): Promise<{ changed: number; unchanged: number }> {
  authorize(viewer, 'data.import')
  const stranger = files.find(({ name }) => !FILE_NAMES.includes(name))
  if (stranger) throw new Fault('invalid', `不认识的文件“${stranger.name}”，可导入 ${FILE_NAMES.join('、')}。`)
  if (files.length === 0) throw new Fault('invalid', `没有可导入的文件，可导入 ${FILE_NAMES.join('、')}。`)
  const unreadable: ImportFault[] = []
  const read = FORMATS.flatMap((format): Read[] => {
    const file = files.find(({ name }) => name === format.file)
    if (!file) return []
    const reading = readCsv(format.columns, file.bytes, now, sayer(unreadable, format.file))
    return [{ format, reading, digest: createHash('sha256').update(file.bytes).digest('hex') }]
  })
  // Every row is met twice: when it is compared, and when it is written or found unchanged.
  const total = 2 * read.reduce((sum, { reading }) => sum + reading.rows.length, 0)

  return transaction(async (tx) => {
    const faults = [...unreadable]
    let done = 0
    const tick = async (rows: number) => {
      done += rows
      progress(Math.min(done, total), total)
      await turn()
    }
    const plans = await planAll(tx, read, now, faults, tick)
    if (faults.length > 0) throw new ImportRefused(inOrder(faults))
    const sum = (of: 'changed' | 'unchanged') => plans.reduce((n, { plan }) => n + plan[of], 0)
    if (sum('changed') > 0) {
      await tick(sum('unchanged'))
      for (const { plan } of plans) if (plan.changed > 0) await plan.write()
      await account(tx, viewer, plans, now)
    }
    progress(total, total)
    return { changed: sum('changed'), unchanged: sum('unchanged') }
  })
}

type Planned = Read & { plan: Plan }

async function planAll(
  tx: Database,
  read: readonly Read[],
  now: number,
  faults: ImportFault[],
  tick: (rows: number) => Promise<void>,
): Promise<Planned[]> {
  const names = await NamedUnits.of(tx)
  const categories = await KnownCategories.of(tx)
  const items = new SeenItems()
  const whose: Record<string, KnownCategories | NamedUnits | SeenItems> = {
    'categories.csv': categories,
    'units.csv': names,
    'items.csv': items,
  }
  const plans: Planned[] = []
  for (const one of read) {
    const { format, reading } = one
    const referred = whose[format.file]
    if (referred) {
      referred.broken = reading.broken
      referred.complete = reading.readable
    }
    const plan = await format.plan(reading.rows, {
      tx,
      now,
      names,
      categories,
      items,
      say: sayer(faults, format.file),
      tick,
    })
    plans.push({ ...one, plan })
  }
  return plans
}

/** One audit entry for all figures when the register, the rules or the targets changed, and one for each quarter. */
async function account(tx: Database, viewer: Viewer, plans: readonly Planned[], now: number): Promise<void> {
  const moved = [...new Set(plans.flatMap(({ plan }) => [...plan.figures]))].sort()
  const files = Object.fromEntries(
    plans.map(({ format, digest, plan: { changed, unchanged } }) => [
      format.file,
      { sha256: digest, changed, unchanged },
    ]),
  )
  const subject = plans.map(({ format }) => format.file).join(' ')
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
