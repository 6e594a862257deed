import { join } from 'node:path'
import { connect } from '@/db/sqlite'

/** The database file of a stand. */
export const fileOf = (folder: string) => join(folder, 'yanxin.sqlite')

/** Asks the database of a stand, beside its server. */
export function rowsIn<T>(folder: string, question: string, ...given: unknown[]): T[] {
  const reader = connect(fileOf(folder), { readonly: true })
  try {
    return reader.prepare(question).all(...given) as T[]
  } finally {
    reader.close()
  }
}

/** Changes the database of a stand past its server: what only time does else. */
export function changeIn(folder: string, statement: string, ...given: unknown[]): void {
  const writer = connect(fileOf(folder))
  try {
    writer.prepare(statement).run(...given)
  } finally {
    writer.close()
  }
}

/** The number of the newest entry of the log: the same before and after means that nothing was changed. */
export function logHead(folder: string): number {
  return rowsIn<{ seq: number }>(folder, 'SELECT max(seq) AS seq FROM audit')[0]?.seq ?? 0
}
