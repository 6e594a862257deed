import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { reasons } from '@/db/schema'
import { Fault } from '@/lib/domain/base/fault'
import { FIRST_REASONS, type ReasonVerb } from '@/lib/domain/desk/reason'

/** The words of a chosen code; null when none was chosen. Throws when it is not in use for this verb. */
export async function codeWords(tx: Database, verb: ReasonVerb, id: string): Promise<string | null> {
  if (id === '') return null
  await seedReasons(tx)
  const [code] = await tx
    .select()
    .from(reasons)
    .where(and(eq(reasons.id, id), eq(reasons.verb, verb)))
  if (code && !code.retired) return code.words
  const message = '所选的原因已停用，请刷新页面后另选。'
  throw new Fault('invalid', message, { reasonId: message })
}

/** Writes down the first codes where an office has none, so that a ruling always names a stored one. */
export async function seedReasons(tx: Database): Promise<void> {
  const [any] = await tx.select({ id: reasons.id }).from(reasons).limit(1)
  if (!any) await tx.insert(reasons).values([...FIRST_REASONS])
}
