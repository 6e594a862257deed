import { resolve } from 'node:path'

export type Dialect = 'sqlite' | 'postgresql'

/** The folder of everything this installation keeps: database, secret, backups. */
export function dataDirectory(): string {
  return resolve(/* turbopackIgnore: true */ process.env.DATA_DIR || 'data')
}

/** The database's address: `file:…` or `postgres://…`; unset means a file of its own under DATA_DIR. */
export function databaseUrl(): string {
  return process.env.DATABASE_URL || `file:${dataDirectory()}/yanxin.sqlite`
}

/** Which database this process speaks to. No other file asks. */
export const dialect: Dialect = /^postgres(ql)?:/.test(databaseUrl()) ? 'postgresql' : 'sqlite'

/** The path of the SQLite file. */
export function databaseFile(): string {
  const url = databaseUrl()
  if (!url.startsWith('file:'))
    throw new Error(`DATABASE_URL must begin with file: or postgres://, not ${url.split(':')[0]}:`)
  return resolve(/* turbopackIgnore: true */ url.slice('file:'.length).replace(/^\/\/(?=\/)/, ''))
}
