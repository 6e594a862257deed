import 'server-only'
import { createHash } from 'node:crypto'
import { record } from '@/db/audit'
import { snapshot, transaction } from '@/db/client'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { writeCsv } from './inner/csv'
import { FORMATS } from './inner/formats'

/**
 * What counts, as the files that an import takes: by name, in a fixed order. Read at one moment, so that no adoption
 * stands without its item; that everything was taken out is a fact for the audit log.
 */
export async function exportFiles(viewer: Viewer): Promise<Record<string, string>> {
  authorize(viewer, 'data.export')
  const files: Record<string, string> = {}
  const detail: Record<string, { sha256: string; rows: number }> = {}
  await snapshot(async (tx) => {
    for (const { file, columns, rows } of FORMATS) {
      const found = await rows(tx)
      const content = writeCsv(columns, found)
      files[file] = content
      detail[file] = { sha256: createHash('sha256').update(content).digest('hex'), rows: found.length }
    }
  })
  const subject = Object.keys(files).join(' ')
  await transaction((tx) => record(tx, viewer.userId, { verb: 'data.export', subject, detail: { files: detail } }))
  return files
}
