import 'server-only'
import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import { db } from '@/db/client'
import { suggestions, users } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import type { SuggestionInput } from '@/lib/schemas/notices'
import { authorize } from '../core/authorize'
import { write } from '../core/write'

export type Suggestion = {
  id: string
  title: string
  body: string
  retired: boolean
  updatedBy: string
  updatedAt: number
}

/** The office's library of 下步建议, those in use first. */
export async function suggestionLibrary(viewer: Viewer): Promise<Suggestion[]> {
  authorize(viewer, 'suggestion.keep')
  const { id, title, body, retired, updatedAt } = suggestions
  return db()
    .select({ id, title, body, retired, updatedAt, updatedBy: users.name })
    .from(suggestions)
    .innerJoin(users, eq(users.id, suggestions.updatedBy))
    .orderBy(asc(suggestions.retired), asc(suggestions.updatedAt))
}

/** Adds one, or changes the one that `id` names. */
export function keepSuggestion(viewer: Viewer, input: SuggestionInput, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'suggestion.keep', arrival, input, async (tx) => {
    authorize(viewer, 'suggestion.keep')
    const { title, body } = input
    const values = { title, body, retired: input.retired === 'yes', updatedBy: viewer.userId, updatedAt: arrival.at }
    const id = input.id || randomUUID()
    if (input.id) {
      const [found] = await tx.select({ id: suggestions.id }).from(suggestions).where(eq(suggestions.id, id))
      if (!found) throw notFound('下步建议')
      await tx.update(suggestions).set(values).where(eq(suggestions.id, id))
    } else await tx.insert(suggestions).values({ id, ...values })
    const detail = { retired: values.retired, digest: digestOf(title, body) }
    await record(tx, viewer.userId, { verb: 'suggestion.keep', subject: id, detail }, arrival.at)
    return { id }
  })
}
