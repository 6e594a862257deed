import { getTableColumns, getTableName } from 'drizzle-orm'
import * as schema from './schema'

type Table = typeof schema.items | typeof schema.units

/** A table whose rows the log vouches for: `key` names its columns of the key, `columns` all that count, as SQL calls them. */
export type SealedTable = { name: string; key: readonly string[]; columns: readonly string[] }

/**
 * What carries rights, points or words: of every row as a transaction leaves it the log keeps a digest, so that a row
 * written past the portal is found. `without` names what follows from other tables by triggers. A test holds that every
 * table stands here or below, and on PostgreSQL has its trigger.
 */
export const SEALED: readonly SealedTable[] = [
  sealed(schema.users, ['id']),
  sealed(schema.accountRequests, ['id']),
  sealed(schema.secondFactors, ['user_id']),
  sealed(schema.units, ['id']),
  sealed(schema.unitAliases, ['name']),
  sealed(schema.categories, ['key']),
  sealed(schema.settings, ['name']),
  sealed(schema.levels, ['level']),
  sealed(schema.rules, ['category', 'valid_from', 'kind']),
  sealed(schema.targets, ['unit_id', 'year']),
  sealed(schema.simulations, ['id']),
  sealed(schema.items, ['id'], ['standing']),
  sealed(schema.itemVersions, ['item_id', 'version']),
  sealed(schema.itemEvents, ['id']),
  sealed(schema.itemUnits, ['item_id', 'unit_id']),
  sealed(schema.instructions, ['id']),
  sealed(schema.attachments, ['id']),
  sealed(schema.isolations, ['id']),
  sealed(schema.isolatedWords, ['isolation_id', 'place', 'record']),
  sealed(schema.adoptions, ['id']),
  sealed(schema.adoptionCredits, ['adoption_id', 'unit_id']),
  sealed(schema.adoptionRevocations, ['adoption_id']),
  sealed(schema.gradeProposals, ['id']),
  sealed(schema.reasons, ['id']),
  sealed(schema.savedViews, ['id']),
  sealed(schema.focuses, ['week']),
  sealed(schema.commissions, ['id']),
  sealed(schema.commissionUnits, ['commission_id', 'unit_id']),
  sealed(schema.upperLists, ['id']),
  sealed(schema.upperLines, ['id']),
  sealed(schema.texts, ['id']),
  sealed(schema.textVersions, ['text_id', 'version']),
  sealed(schema.textSources, ['text_id', 'item_id']),
  sealed(schema.publications, ['id']),
  sealed(schema.editions, ['id']),
  sealed(schema.editionEntries, ['edition_id', 'text_id']),
  sealed(schema.noticeDrafts, ['id']),
  sealed(schema.notices, ['id']),
  sealed(schema.noticeRows, ['notice_id']),
  sealed(schema.objectionWindows, ['quarter']),
  sealed(schema.objections, ['id']),
  sealed(schema.suggestions, ['id']),
  sealed(schema.pastQuarters, ['quarter']),
  sealed(schema.pastFigures, ['quarter', 'unit_id']),
]

/** Tables that the log does not vouch for, each with the reason. */
export const UNSEALED: Readonly<Record<string, string>> = {
  accesses: 'the access log: every line is chained',
  audit: 'the log itself: every entry is chained',
  audit_rows: 'the digests themselves: bound by the entry that they belong to',
  facts: 'counters, and marks of the database itself',
  former_passwords: 'digests of what is used no more',
  limits: 'counters of tries',
  request_keys: 'answers to repeated requests',
  sessions: 'written at every use; without a signed token a row opens nothing',
  strangers: 'counters of an hour, which then become lines of the access log',
  sign_in_failures: 'counters of a quarter of an hour',
}

function sealed(table: unknown, key: string[], without: string[] = []): SealedTable {
  const columns = Object.values(getTableColumns(table as Table)).map(({ name }) => name)
  return { name: getTableName(table as Table), key, columns: columns.filter((c) => !without.includes(c)).sort() }
}
