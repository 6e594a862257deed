import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import { type Database, db } from '@/db/client'
import { reasons } from '@/db/schema'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { FIRST_REASONS, type Reason, type ReasonVerb } from '@/lib/domain/desk/reason'
import type { Viewer } from '@/lib/domain/people/policy'
import type { ReasonInput } from '@/lib/schemas/desk'
import { authorize } from '../core/authorize'
import { type Arrival, write } from '../core/write'

/** The office's reason codes in their order, retired ones last. Before the first is kept: those that it begins with. */
export async function reasonCodes(viewer: Viewer): Promise<Reason[]> {
  authorize(viewer, 'reason.keep')
  const rows = await db().select().from(reasons)
  return (rows.length > 0 ? rows : [...FIRST_REASONS]).toSorted(
    (a, b) => Number(a.retired) - Number(b.retired) || a.position - b.position || a.words.localeCompare(b.words, 'zh'),
  )
}

/** Adds a code, or changes the one that `id` names. What was ruled before keeps the words of its day. */
export function keepReason(viewer: Viewer, input: ReasonInput, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'reason.keep', arrival, input, async (tx) => {
    authorize(viewer, 'reason.keep')
    await seedReasons(tx)
    const { verb, words, position } = input
    const values = { verb, words, position, retired: input.retired === 'yes' }
    const id = input.id || randomUUID()
    const [same] = await tx
      .select({ id: reasons.id })
      .from(reasons)
      .where(and(eq(reasons.verb, verb), eq(reasons.words, words)))
    if (same && same.id !== id) throw new Fault('invalid', '已有同样的原因。', { words: '已有同样的原因。' })
    if (input.id) {
      const [found] = await tx.select({ id: reasons.id }).from(reasons).where(eq(reasons.id, id))
      if (!found) throw notFound('原因')
      await tx.update(reasons).set(values).where(eq(reasons.id, id))
    } else await tx.insert(reasons).values({ id, ...values })
    const detail = { verb, position, retired: values.retired, words: digestOf(words) }
    await record(tx, viewer.userId, { verb: 'reason.keep', subject: id, detail }, arrival.at)
    return { id }
  })
}

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
async function seedReasons(tx: Database): Promise<void> {
  const [any] = await tx.select({ id: reasons.id }).from(reasons).limit(1)
  if (!any) await tx.insert(reasons).values([...FIRST_REASONS])
}
