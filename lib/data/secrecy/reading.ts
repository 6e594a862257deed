import 'server-only'
import { and, asc, desc, eq, isNull, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { alias } from '@/db/columns'
import { attachments, isolations, items, units, users } from '@/db/schema'
import { noteAccess } from '@/lib/auth/accesses'
import { ATTACHMENT_TYPES, sizeInWords } from '@/lib/domain/attachments/attachment'
import { notFound } from '@/lib/domain/base/fault'
import { type ItemState, STATES } from '@/lib/domain/items/item'
import type { Viewer } from '@/lib/domain/people/policy'
import { readKept } from '../attachments/inner/store'
import { authorize } from '../core/authorize'
import { attachedFiles } from './inner/files'
import { nameOfPlace } from './inner/places'
import { keptWords } from './inner/words'

/** An isolation as the list shows it. */
export type IsolationRow = typeof isolations.$inferSelect & {
  ref: string
  unit: string
  by: string
  ender: string | null
}

/** The isolations, those that stand first, the newest first. */
export async function isolationsFor(viewer: Viewer): Promise<IsolationRow[]> {
  authorize(viewer, 'isolation.isolate')
  const ender = alias(users, 'ender')
  const rows = await db()
    .select({ isolation: isolations, ref: items.ref, unit: units.name, by: users.name, ender: ender.name })
    .from(isolations)
    .innerJoin(items, eq(items.id, isolations.itemId))
    .innerJoin(units, eq(units.id, items.unitId))
    .innerJoin(users, eq(users.id, isolations.isolatedBy))
    .leftJoin(ender, eq(ender.id, isolations.endedBy))
    .orderBy(asc(isolations.state), desc(isolations.isolatedAt))
  return rows.map(({ isolation, ...row }) => ({ ...isolation, ...row }))
}

/** An item that may be isolated: what it is, never what stands in it. */
export type ToIsolate = {
  id: string
  ref: string
  unit: string
  state: ItemState
  stateName: string
  at: number
  isolated: boolean
  files: { id: string; name: string }[]
}

/** The item of a number or an address that somebody reported; null where there is none. */
export async function itemReported(viewer: Viewer, asked: string): Promise<ToIsolate | null> {
  authorize(viewer, 'isolation.isolate')
  const name =
    asked
      .trim()
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? ''
  if (name === '') return null
  const [row] = await db()
    .select({ item: items, unit: units.name })
    .from(items)
    .innerJoin(units, eq(units.id, items.unitId))
    .where(or(eq(items.ref, name), eq(items.id, name)))
  if (!row) return null
  const { id, ref, state, submittedAt, createdAt, isolatedAt } = row.item
  const files = await db()
    .select()
    .from(attachments)
    .where(and(eq(attachments.itemId, id), isNull(attachments.isolatedAt)))
    .orderBy(attachments.position)
  return {
    ...{ id, ref, unit: row.unit, state, stateName: STATES[state], at: submittedAt ?? createdAt },
    isolated: isolatedAt !== null,
    files: files.map((file, i) => ({
      id: file.id,
      name: `附件 ${i + 1}（${ATTACHMENT_TYPES[file.type].name}，${sizeInWords(file.size)}）`,
    })),
  }
}

/**
 * What an isolation keeps, for whoever has to judge it: texts by place. That they were read is noted. Throws 404 where there
 * is none.
 */
export async function isolatedTexts(
  viewer: Viewer,
  id: string,
): Promise<{ what: string; record: string; text: string }[]> {
  authorize(viewer, 'isolation.isolate')
  const [found] = await db().select({ itemId: isolations.itemId }).from(isolations).where(eq(isolations.id, id))
  if (!found) throw notFound('隔离记录')
  noteAccess(viewer, 'item.read', [found.itemId])
  const kept = await keptWords(db(), id)
  return kept.map(({ place, record, words }) => ({
    what: place.what,
    record,
    text: Object.values(words)
      .filter((word) => typeof word === 'string' && word !== '')
      .join('\n'),
  }))
}

/** A file that an isolation keeps, under the name that it had. */
export type IsolatedFile = { id: string; name: string; size: number }

/** The files that an isolation keeps and that lie on the disk still. Throws 404 where there is none. */
export async function isolatedFiles(viewer: Viewer, id: string): Promise<IsolatedFile[]> {
  authorize(viewer, 'isolation.isolate')
  return (await keptFiles(id)).map(({ id, name, size }) => ({ id, name, size }))
}

/** One of them with its bytes, to be read, never to be changed. Throws 404 where the isolation does not keep it. */
export async function openIsolatedFile(viewer: Viewer, id: string, attachmentId: string) {
  authorize(viewer, 'isolation.isolate')
  const file = (await keptFiles(id)).find((one) => one.id === attachmentId)
  const bytes = file && (await readKept(file.sha256))
  if (!file || !bytes) throw notFound('附件')
  return { name: file.name, type: file.type, bytes }
}

async function keptFiles(isolationId: string) {
  const kept = (await keptWords(db(), isolationId)).filter(({ place }) => nameOfPlace(place) === 'attachments')
  const names = new Map(kept.map(({ record, words }) => [(JSON.parse(record) as string[])[0], String(words.name)]))
  const files = await attachedFiles(
    db(),
    [...names.keys()].flatMap((id) => id ?? []),
  )
  return files.map((file) => ({ ...file, name: names.get(file.id) ?? '' }))
}
