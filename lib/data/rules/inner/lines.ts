import 'server-only'
import { and, eq } from 'drizzle-orm'
import { digestOf } from '@/db/audit'
import type { Database } from '@/db/client'
import { rules } from '@/db/schema'
import { fieldFault } from '@/lib/domain/base/fault'
import type { RuleKind, RuleRow } from '@/lib/domain/rules/book'
import { isPublication } from '@/lib/domain/rules/row-words'
import type { Quarter } from '@/lib/domain/time/quarter'
import { settledFault } from '../../notices/inner/open-quarter'

/** Every line of the rule book that was ever written and stands. */
export async function ruleRows(tx: Database): Promise<RuleRow[]> {
  const rows = await tx.select().from(rules)
  return rows
}

/** By what one line is found. */
export function keyOfRule({ category, validFrom, kind }: Pick<RuleRow, 'category' | 'validFrom' | 'kind'>) {
  return and(eq(rules.category, category), eq(rules.validFrom, validFrom), eq(rules.kind, kind))
}

/** Throws where figures that are settled rest on the lines of this quarter; says from when on they may change. */
export async function requireOpen(tx: Database, validFrom: Quarter, field: string): Promise<void> {
  const message = await settledFault(tx, validFrom)
  if (message !== null) throw fieldFault(field, 'conflict', message)
}

/** Of a line, what the log holds; of text that a person wrote, its digest. */
export function ruleValues({ points, choice = null, source }: Pick<RuleRow, 'points' | 'choice' | 'source'>) {
  return { points, choice, source: source && digestOf(source) }
}

/** Which line an entry of the log speaks of, beside its subject. */
export function ruleLogged({ category, validFrom, kind }: Pick<RuleRow, 'category' | 'validFrom' | 'kind'>) {
  return { category, validFrom, ...(isPublication(kind) && { publication: digestOf(kind) }) }
}

/** What an entry of the log is about: the kind, of a publication not its name. */
export function ruleSubject(kind: RuleKind): string {
  return isPublication(kind) ? 'publication' : kind
}
