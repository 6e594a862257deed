import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'drizzle-orm'
import { dialect } from './dialect'
import type { Database } from './types'

// Bundled, this file lies elsewhere; every process of ours runs in the project's root.
const folder = resolve(/* turbopackIgnore: true */ 'db/migrations', dialect)
const bare = (text: string) => text.replace(/[\s;]+/g, ' ').trim()

/** The triggers that this version's migrations leave, by name, with what they do. */
export function expectedTriggers(): ReadonlyMap<string, string> {
  const triggers = new Map<string, string>()
  const functions = new Map<string, string>()
  for (const statement of statements()) {
    const made = /^CREATE TRIGGER (\w+)/.exec(statement)?.[1]
    const dropped = /^DROP TRIGGER (\w+)/.exec(statement)?.[1]
    const [, from, to] = /^ALTER TRIGGER (\w+) ON \w+ RENAME TO (\w+)/.exec(statement) ?? []
    const [, called, body] =
      /^CREATE (?:OR REPLACE )?FUNCTION (\w+)\([\s\S]*?AS \$\$([\s\S]*)\$\$/.exec(statement) ?? []
    if (made) triggers.set(made, statement)
    if (dropped) triggers.delete(dropped)
    if (called && body) functions.set(called, body)
    if (from && to) {
      triggers.set(to, triggers.get(from) ?? '')
      triggers.delete(from)
    }
  }
  const does = (statement: string) =>
    dialect === 'sqlite'
      ? bare(statement)
      : bare(functions.get(/EXECUTE FUNCTION (\w+)/.exec(statement)?.[1] ?? '') ?? '')
  return new Map([...triggers].map(([name, statement]) => [name, does(statement)]))
}

function statements(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('--> statement-breakpoint'))
    .map((statement) => statement.trim())
}

/** The triggers that the database has and that are switched on, in the same form. */
async function presentTriggers(from: Database): Promise<ReadonlyMap<string, string>> {
  const found = await from.select({ name: sql<string>`name`, does: sql<string>`does` }).from(
    dialect === 'sqlite'
      ? sql`(select name, sql as does from sqlite_master where type = 'trigger') as t`
      : sql`(select t.tgname as name, p.prosrc as does from pg_trigger t join pg_proc p on p.oid = t.tgfoid
               where not t.tgisinternal and t.tgenabled in ('O', 'A')) as t`,
  )
  return new Map(found.map(({ name, does }) => [name, bare(does)]))
}

/** Which of the triggers that protect the data are gone, switched off or do something else. */
export async function missingTriggers(from: Database): Promise<string[]> {
  const present = await presentTriggers(from)
  return [...expectedTriggers()].flatMap(([name, does]) => (present.get(name) === does ? [] : [name]))
}
