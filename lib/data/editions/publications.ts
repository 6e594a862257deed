import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, count, eq } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import { type Database, db } from '@/db/client'
import { editions, publications } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { nameFault, type Publication } from '@/lib/domain/editions/publication'
import type { Viewer } from '@/lib/domain/people/policy'
import { id as idSchema } from '@/lib/schemas/base'
import type { PublicationInput } from '@/lib/schemas/editions'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { knowsKind } from '../rules/inner/levels'

/** How many editions of a publication stand in which state. */
export type EditionCounts = { composing: number; released: number }

/** The names of the publications in use, for a field in which one is named. */
export async function publicationNames(viewer: Viewer): Promise<string[]> {
  authorize(viewer, 'publication.read')
  const rows = await db().select().from(publications).where(eq(publications.retired, false))
  return rows.toSorted((a, b) => a.position - b.position).map(({ name }) => name)
}

/** The office's publications in its order, retired ones last. Leadership reads those that have released something. */
export async function publicationsOf(viewer: Viewer): Promise<(Publication & EditionCounts)[]> {
  authorize(viewer, 'publication.read')
  const rows = await db().select().from(publications)
  const counts = await db()
    .select({ publicationId: editions.publicationId, state: editions.state, n: count() })
    .from(editions)
    .groupBy(editions.publicationId, editions.state)
  const of = (id: string, state: string) =>
    counts.find((row) => row.publicationId === id && row.state === state)?.n ?? 0
  return rows
    .map((row) => ({
      ...row,
      kind: row.kind,
      composing: of(row.id, 'composing'),
      released: of(row.id, 'released'),
    }))
    .filter(({ released }) => viewer.role === 'editor' || released > 0)
    .toSorted(
      (a, b) => Number(a.retired) - Number(b.retired) || a.position - b.position || a.name.localeCompare(b.name, 'zh'),
    )
}

/** One publication, and whether it has released anything: without that leadership has none. Throws 404 then. */
export async function publicationOf(viewer: Viewer, id: string): Promise<Publication & { released: boolean }> {
  authorize(viewer, 'publication.read')
  if (!idSchema.safeParse(id).success) throw notFound('刊物')
  const [found] = await db().select().from(publications).where(eq(publications.id, id))
  const released = found !== undefined && (await hasReleased(db(), id))
  if (!found || !(viewer.role === 'editor' || released)) throw notFound('刊物')
  return { ...found, released }
}

/**
 * Defines a publication, or changes the one that `id` names. Once an edition was released, name and issuer stay: they are
 * on its masthead, and its points are ruled under its name.
 */
export function keepPublication(viewer: Viewer, input: PublicationInput, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'publication.keep', arrival, input, async (tx) => {
    authorize(viewer, 'publication.keep')
    const { name, kind, issuer, position } = input
    const id = input.id || randomUUID()
    const all = await tx.select().from(publications)
    const fault = nameFault(
      name,
      all.filter((one) => one.id !== id).map((one) => one.name),
    )
    if (fault) throw new Fault('invalid', fault, { name: fault })
    if (!(await knowsKind(tx, kind))) throw new Fault('invalid', '没有这一采用类别。', { kind: '没有这一采用类别。' })
    const values = { name, kind, issuer, position, retired: input.retired === 'yes' }
    if (input.id) {
      const found = all.find((one) => one.id === id)
      if (!found) throw notFound('刊物')
      if ((found.name !== name || found.issuer !== issuer) && (await hasReleased(tx, id))) {
        const message = '该刊物已经发过刊，名称和主办单位不能再改；需要改的，请停用后另设刊物。'
        throw new Fault('conflict', message, { [found.name === name ? 'issuer' : 'name']: message })
      }
      await tx.update(publications).set(values).where(eq(publications.id, id))
    } else await tx.insert(publications).values({ id, ...values })
    const detail = { kind, position, retired: values.retired, words: digestOf(name, issuer) }
    await record(tx, viewer.userId, { verb: 'publication.keep', subject: id, detail }, arrival.at)
    return { id }
  })
}

async function hasReleased(tx: Database, publicationId: string): Promise<boolean> {
  const [any] = await tx
    .select({ id: editions.id })
    .from(editions)
    .where(and(eq(editions.publicationId, publicationId), eq(editions.state, 'released')))
    .limit(1)
  return any !== undefined
}
