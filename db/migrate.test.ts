import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { USUAL_CATEGORIES } from '@/lib/domain/office/category'
import { closeDatabase, db } from './client'
import { dialect } from './dialect'
import { rowDigest } from './digest'
import { migrate } from './migrate'
import { standingRows } from './rows'
import {
  audit,
  auditRows,
  categories,
  editionEntries,
  editions,
  settings,
  textSources,
  texts,
  textVersions,
  units,
} from './schema'
import { SEALED } from './sealed'
import { connect } from './sqlite'

const NEWER = /^00(09|[1-9]\d)_/
const own = process.env.DATABASE_URL
const directory = mkdtempSync(join(tmpdir(), 'yanxin-upgrade-'))
let run: (statement: string) => Promise<unknown>
let end: () => Promise<void>

/** The migrations as they were before this version's. */
function formerMigrations(): string {
  const from = fileURLToPath(new URL(`./migrations/${dialect}`, import.meta.url))
  const to = join(directory, 'migrations')
  cpSync(from, to, { recursive: true })
  const journal = JSON.parse(readFileSync(join(to, 'meta/_journal.json'), 'utf8'))
  journal.entries = journal.entries.filter(({ tag }: { tag: string }) => !NEWER.test(tag))
  writeFileSync(join(to, 'meta/_journal.json'), JSON.stringify(journal))
  return to
}

/** What an office had written before: one row at least in every table that is renamed, and in every one that only grows. */
const WRITTEN = [
  `insert into units (id, name, category, position) values ('u', '样例一局', 'department', 1)`,
  `insert into users (id, login, name, role, may_release, may_issue, password_hash, password_changed_at, must_change_password, disabled, session_version, created_at) values ('e', 'e', '样例', 'editor', false, false, '', 1, false, false, 1, 1)`,
  `insert into items (id, ref, unit_id, title, body, state, version, submitted_at, quarter, created_at, updated_at) values ('i', 'r', 'u', '样例', '样例', 'received', 1, 1, '2026Q2', 1, 1)`,
  `insert into edited_texts (id, item_id, title, body, version, dropped, created_by, created_at, updated_at) values ('t', 'i', '编辑稿', '正文', 1, false, 'e', 1, 2)`,
  `insert into edited_versions (text_id, version, title, body, edited_by, edited_at) values ('t', 1, '编辑稿', '正文', 'e', 2)`,
  `insert into edited_sources (text_id, item_id, position, item_version) values ('t', 'i', 1, 1)`,
  `insert into publications (id, name, kind, issuer, position, retired) values ('p', '样例专报', 'district_full', '样例办', 1, false)`,
  `insert into publication_issues (id, publication_id, year, issue_no, day, state, version, made_by, made_at, updated_at) values ('n', 'p', 2026, 12, '2026-05-20', 'composing', 1, 'e', 1, 2)`,
  `insert into issue_entries (issue_id, text_id, position) values ('n', 't', 1)`,
  `insert into settings (name, value, set_by, set_at) values ('desk.release', 'on', 'e', 1)`,
  `insert into audit (seq, at, actor, verb, subject, detail, previous, hash) values (1, 1, 'e', 'issue.start', 'n', '{}', '', 'h')`,
  `insert into adoptions (id, item_id, kind, adopted_on, quarter, recorded_at) values ('a', 'i', 'district_full', '2026-05-20', '2026Q2', 1)`,
  `insert into adoption_credits (adoption_id, unit_id) values ('a', 'u')`,
  `insert into adoption_revocations (adoption_id, reason, revoked_at) values ('a', '有误', 2)`,
  `insert into notices (id, quarter, number, date, document, figures, faults, digest, code, version, written_by, issued_by, issued_at) values ('m', '2026Q2', '1', '2026-07-01', '{}', '{}', '[]', 'd', 'c', 1, 'e', 'e', 1)`,
  `insert into notice_rows (notice_id, rows) values ('m', '[]')`,
]

async function opened(migrationsFolder: string): Promise<void> {
  if (dialect === 'sqlite') {
    const file = join(directory, 'former.sqlite')
    process.env.DATABASE_URL = `file:${file}`
    const connection = connect(file)
    migrateSqlite(drizzle(connection), { migrationsFolder })
    run = async (statement) => connection.exec(statement)
    end = async () => void connection.close()
    return
  }
  const server = new pg.Client({ connectionString: own })
  const name = `former_${Date.now()}`
  await server.connect()
  await server.query(`create database ${name}`)
  await server.end()
  process.env.DATABASE_URL = own?.replace(/\/[^/]*$/, `/${name}`)
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 })
  await migratePg(drizzlePg(pool), { migrationsFolder })
  run = (statement) => pool.query(statement)
  end = () => pool.end()
}

beforeAll(async () => {
  await closeDatabase()
  await opened(formerMigrations())
  for (const statement of WRITTEN) await run(statement)
  await migrate()
})

afterAll(async () => {
  await closeDatabase()
  await end()
  process.env.DATABASE_URL = own
  rmSync(directory, { recursive: true, force: true })
})

test('what was written under the former names is there under those of today', async () => {
  expect(await db().select().from(texts)).toMatchObject([{ id: 't', itemId: 'i', title: '编辑稿', updatedAt: 2 }])
  expect(await db().select().from(textVersions)).toMatchObject([{ textId: 't', version: 1, editedBy: 'e' }])
  expect(await db().select().from(textSources)).toMatchObject([{ textId: 't', itemId: 'i', itemVersion: 1 }])
  expect(await db().select().from(editions)).toMatchObject([{ id: 'n', publicationId: 'p', issueNo: 12 }])
  expect(await db().select().from(editionEntries)).toMatchObject([{ editionId: 'n', textId: 't', position: 1 }])
  expect(await db().select().from(settings)).toMatchObject([{ name: 'desk.second_eyes', value: 'on' }])
})

test('what an office had written is in the care of the log from then on', async () => {
  expect((await db().select().from(audit).orderBy(audit.seq)).map(({ verb }) => verb)).toEqual([
    'issue.start',
    'audit.baseline',
  ])
  const bound = new Map((await db().select().from(auditRows)).map(({ record, digest }) => [record, digest]))
  expect(bound.size).toBeGreaterThan(14)
  for (const table of SEALED)
    for (const { record, row } of await standingRows(db(), table, null))
      expect(bound.get(record), record).toBe(rowDigest(table.columns, row))
})

test.each([
  ['audit', 'seq = seq'],
  ['audit_rows', 'seq = seq'],
  ['adoptions', 'kind = kind'],
  ['adoption_credits', 'unit_id = unit_id'],
  ['adoption_revocations', 'reason = reason'],
  ['notices', 'number = number'],
  ['notice_rows', 'rows = rows'],
  ['text_versions', 'title = title'],
])('%s still only grows', async (table, same) => {
  const refused = /append-only|never/
  await expect(run(`update ${table} set ${same}`)).rejects.toThrow(refused)
  await expect(run(`delete from ${table}`)).rejects.toThrow(refused)
  if (dialect === 'postgresql') await expect(run(`truncate ${table} cascade`)).rejects.toThrow(refused)
})

test('a text of an item is still the only one of it', async () => {
  const second = `insert into texts (id, item_id, title, body, version, dropped, created_by, created_at, updated_at) values ('t2', 'i', '编辑稿', '正文', 1, false, 'e', 1, 2)`
  await expect(run(second)).rejects.toThrow(/unique/i)
})

test('rows still cannot point to nothing', async () => {
  const stray = `insert into edition_entries (edition_id, text_id, position) values ('nowhere', 't', 1)`
  await expect(run(stray)).rejects.toThrow(/foreign key/i)
})

test('the two categories that were written into the code are rows, and its units are of them', async () => {
  const rows = await db().select().from(categories).orderBy(categories.position)
  expect(rows.map(({ aliases, ...row }) => ({ ...row, aliases: JSON.parse(aliases) }))).toEqual(USUAL_CATEGORIES)
  expect(await db().select().from(units)).toMatchObject([{ id: 'u', category: 'department' }])
})

test.each([
  `insert into units (id, name, category, position) values ('v', '样例园', 'park', 2)`,
  `update units set category = 'park'`,
  `insert into rules (category, valid_from, kind, points) values ('park', '2026Q1', 'province', 1)`,
  `delete from categories where key = 'department'`,
  `update categories set key = 'bureau' where key = 'department'`,
])('a unit or a rule is of a category that there is: %s', async (statement) => {
  await expect(run(statement)).rejects.toThrow(/foreign key|no such category|in use is kept/i)
})

test('a category that nothing is of may go', async () => {
  await run(`delete from categories where key = 'town'`)
  expect(await db().select({ key: categories.key }).from(categories)).toEqual([{ key: 'department' }])
})
