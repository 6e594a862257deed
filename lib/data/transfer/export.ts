import 'server-only'
import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { record } from '@/db/audit'
import { type Database, snapshot, transaction } from '@/db/client'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { csvLines, filledColumns, headLine } from './inner/csv'
import type { Format } from './inner/format'
import { FORMATS } from './inner/formats'

/** Takes the next part of a file. */
export type ExportSink = (name: string, part: string) => void | Promise<void>

/**
 * What counts, as the files that an import takes, in a fixed order, piece by piece. Read at one moment, so that no adoption
 * stands without its item; that everything was taken out is a fact for the audit log. Gives the names of the files.
 */
export async function exportTo(viewer: Viewer, sink: ExportSink): Promise<string[]> {
  authorize(viewer, 'data.export')
  const files: Record<string, { sha256: string; rows: number }> = {}
  await snapshot(async (tx) => {
    for (const format of FORMATS) {
      const hash = createHash('sha256')
      let rows = 0
      const write = async (part: string) => {
        hash.update(part)
        await sink(format.file, part)
      }
      const names = await columnsOf(tx, format)
      await write(headLine(names))
      for await (const found of format.rows(tx)) {
        rows += found.length
        await write(csvLines(format.columns, names, found))
        await turn()
      }
      files[format.file] = { sha256: hash.digest('hex'), rows }
    }
  })
  const subject = Object.keys(files).join(' ')
  await transaction((tx) => record(tx, viewer.userId, { verb: 'data.export', subject, detail: { files } }))
  return Object.keys(files)
}

/** The same, whole: for what is small. */
export async function exportFiles(viewer: Viewer): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  await exportTo(viewer, (name, part) => {
    files[name] = (files[name] ?? '') + part
  })
  return files
}

/** The columns that the file of this moment has. */
async function columnsOf(tx: Database, { columns, rows }: Format): Promise<string[]> {
  const asked = Object.values(columns).some(({ mayLack }) => mayLack)
  const filled = new Set(filledColumns(columns, []))
  if (asked) for await (const found of rows(tx)) for (const name of filledColumns(columns, found)) filled.add(name)
  return Object.keys(columns).filter((name) => filled.has(name))
}
