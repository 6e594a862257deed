import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase } from './client'
import { dialect } from './dialect'
import { FORMER } from './former'
import { migrate } from './migrate'
import { connect } from './sqlite'
import { databaseState } from './state'
import { stateOfSteps, stepsHere } from './steps'
import { frozen, stepsOf } from './testing.frozen'

const own = process.env.DATABASE_URL
const directory = mkdtempSync(join(tmpdir(), 'yanxin-steps-'))
const STEPS = stepsHere()
let made = 0

async function anotherDatabase() {
  await closeDatabase()
  const name = `steps_${process.pid}_${made++}`
  if (dialect === 'postgresql') {
    const server = new pg.Client({ connectionString: own })
    await server.connect()
    await server.query(`create database ${name}`)
    await server.end()
    process.env.DATABASE_URL = own?.replace(/\/[^/]*$/, `/${name}`)
  } else process.env.DATABASE_URL = `file:${directory}/${name}/office.sqlite`
  if (dialect === 'sqlite') mkdirSync(join(directory, name))
}

/** What the steps made: every column and every trigger. */
const SHAPE =
  dialect === 'sqlite'
    ? `select m.type, m.name, c.name as column_name, c.type as column_type, c."notnull" as is_nullable, c.dflt_value as column_default
       from sqlite_master m left join pragma_table_info(m.name) c where m.name not like 'search_grams%' order by 1, 2, 3`
    : `select 'column' as type, table_name as name, column_name, data_type as column_type, is_nullable, column_default
       from information_schema.columns where table_schema = 'public'
       union all select 'trigger', tgname, tgrelid::regclass::text, pg_get_triggerdef(oid), null, null from pg_trigger
       where not tgisinternal order by 1, 2, 3`

let today: unknown
beforeEach(anotherDatabase)
beforeAll(async () => {
  await anotherDatabase()
  await migrate()
  const { ask, end } = await frozen(stepsOf(directory, STEPS.length))
  today = await ask(SHAPE)
  await end()
})
afterAll(async () => {
  await closeDatabase()
  process.env.DATABASE_URL = own
  rmSync(directory, { recursive: true, force: true })
})

const UNIT = `insert into units (id, name, category, position) values ('u', '样例一局', 'department', 1)`
const EACH = STEPS.map((_, index) => index + 1).slice(0, -1)
const OLD = FORMER.map(({ tag }) => tag)
const at = (tag: string) => STEPS.findIndex((step) => step.tag === tag) + 1

describe('a database of any day comes to this version with what it holds', () => {
  test.each<[number, string[]]>([
    ...(dialect === 'sqlite' ? EACH : EACH.slice(-1)).map((count) => [count, []] as [number, string[]]),
    [at('0001_audit_append_only'), OLD.slice(0, 1)],
    [at('0007_levels'), OLD.slice(1)],
    [STEPS.length, OLD],
  ])('one of %i steps, of which %j in a form of then', async (count, former) => {
    const { ask, end } = await frozen(stepsOf(directory, count, former))
    await ask(UNIT)
    expect((await databaseState()).state).toBe('behind')
    await closeDatabase()
    expect(await migrate()).toMatchObject({ applied: STEPS.length - count + former.length })
    expect((await databaseState()).state).toBe('current')
    expect(await ask('select name from units')).toEqual([{ name: '样例一局' }])
    expect(await ask(SHAPE)).toEqual(today)
    expect(await migrate()).toEqual({ applied: 0, backup: null })
    await end()
  })

  test('the forms of then are those that git holds', () => {
    const then = stepsHere(stepsOf(directory, STEPS.length, OLD))
    for (const { tag, was } of FORMER) expect(then.find((step) => step.tag === tag)?.hash).toBe(was[dialect])
  })
})

test('a step that was another when it was applied stops everything, by name, and nothing is touched', async () => {
  const folder = stepsOf(directory, STEPS.length - 1)
  const { tag } = STEPS[2] as { tag: string }
  writeFileSync(join(folder, `${tag}.sql`), `${readFileSync(join(folder, `${tag}.sql`), 'utf8')}\n-- edited`)
  const { ask, end } = await frozen(folder)
  const before = await ask(SHAPE)
  expect((await databaseState()).state).toBe('altered')
  await expect(migrate()).rejects.toThrow(tag)
  expect(await ask(SHAPE)).toEqual(before)
  await end()
})

test('a file checked out with the other end of line is the same step; a step of a later version is one ahead', () => {
  const applied = STEPS.map(({ at, hashes }) => ({ at, hash: hashes[2] ?? '' }))
  expect(stateOfSteps(applied).state).toBe('current')
  expect(stateOfSteps([...applied, { at: Number.MAX_SAFE_INTEGER, hash: 'x' }]).state).toBe('ahead')
  expect(stateOfSteps([]).state).toBe('new')
})

test.runIf(dialect === 'sqlite')('a copy made before has its good name only when it is whole', async () => {
  const { ask, end } = await frozen(stepsOf(directory, STEPS.length - 1))
  await ask(UNIT)
  const folder = join(process.env.DATABASE_URL?.slice('file:'.length) ?? '', '../backup')
  mkdirSync(folder)
  writeFileSync(join(folder, 'before-migration-1.sqlite.part'), 'half of one')
  const { backup } = await migrate()
  expect(readdirSync(folder)).toEqual([basename(backup ?? '')])
  const copy = connect(backup ?? '', { readonly: true })
  expect(copy.prepare('select name from units').all()).toEqual([{ name: '样例一局' }])
  copy.close()
  await end()
})
