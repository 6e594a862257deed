import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import { db } from '@/db/client'
import { reasons } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { FIRST_REASONS, type Reason } from '@/lib/domain/desk/reason'
import type { Viewer } from '@/lib/domain/people/policy'
import type { ReasonInput } from '@/lib/schemas/desk'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { seedReasons } from './inner/codes'

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
