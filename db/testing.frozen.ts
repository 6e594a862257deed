import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { dialect } from './dialect'
import { connect } from './sqlite'
import { migrationsFolder } from './steps'

const REVOKED = /CREATE TRIGGER (adoptions|revocations)_no_update.*\n--> statement-breakpoint\n/g

/** How the steps that were edited read before. */
const BEFORE: Readonly<Record<string, (file: string) => string>> = {
  '0001_audit_append_only': (file) =>
    dialect === 'sqlite'
      ? file.replace(REVOKED, '')
      : file.replace(/_no_change BEFORE UPDATE OR DELETE(.* ON adoption)/g, '_no_delete BEFORE DELETE$1'),
  '0006_rules_and_publications': (file) =>
    file.replace(
      /([`"])level\1 text PRIMARY KEY NOT NULL,\n/,
      '$&\t$1name$1 text NOT NULL,\n\t$1short$1 text NOT NULL,\n',
    ),
  '0007_levels': (file) =>
    file
      .replace('(level, formed,', '(level, name, short, formed,')
      .replace("('forwarded', ", "('forwarded', '采编上报', '采编上报', ")
      .replace("('district', ", "('district', '区级采用', '区级', ")
      .replace("('city', ", "('city', '市级采用', '市级', ")
      .replace("('province', ", "('province', '省级采用', '省级', "),
}

/** The steps of the days when there were `count`, with some of them as they were then; gives the folder. */
export function stepsOf(directory: string, count: number, former: readonly string[] = []): string {
  const to = join(directory, `steps-${count}-${former.length}`)
  cpSync(migrationsFolder, to, { recursive: true })
  const journal = JSON.parse(readFileSync(join(to, 'meta/_journal.json'), 'utf8'))
  journal.entries = journal.entries.slice(0, count)
  writeFileSync(join(to, 'meta/_journal.json'), JSON.stringify(journal))
  for (const tag of former) {
    const file = join(to, `${tag}.sql`)
    writeFileSync(file, BEFORE[tag]?.(readFileSync(file, 'utf8')) ?? '')
  }
  return to
}

/** A database of those days at DATABASE_URL; gives how it is asked. */
export async function frozen(folder: string) {
  const url = process.env.DATABASE_URL ?? ''
  if (dialect === 'sqlite') {
    const connection = connect(url.slice('file:'.length))
    migrateSqlite(drizzle(connection), { migrationsFolder: folder })
    const ask = async (query: string) => {
      const statement = connection.prepare(query)
      return statement.reader ? statement.all() : statement.run()
    }
    return { ask, end: async () => void connection.close() }
  }
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  await migratePg(drizzlePg(pool), { migrationsFolder: folder })
  return { ask: async (query: string) => (await pool.query(query)).rows, end: () => pool.end() }
}
