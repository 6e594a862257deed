import 'server-only'
import { and, asc, desc, eq, inArray, or } from 'drizzle-orm'
import { type Database, db } from '@/db/client'
import {
  adoptionRevocations,
  adoptions,
  items,
  itemVersions,
  textSources,
  texts,
  textVersions,
  units,
  users,
} from '@/db/schema'
import type { AdoptionFacts } from '@/lib/domain/adoptions/adoption'
import { notFound } from '@/lib/domain/base/fault'
import type { ItemState } from '@/lib/domain/items/item'
import { can, reasonOf, type Viewer } from '@/lib/domain/people/policy'
import { mergedBody, type TextMoment } from '@/lib/domain/texts/text'
import { id as idSchema } from '@/lib/schemas/base'
import { adoptedBy } from '../adoptions/inner/second-eyes'
import { authorize } from '../core/authorize'
import { sourcesOf } from '../editions/inner/entries'
import { sentBody, sentTitle } from '../items/inner/sent'
import { writersOfText } from './inner/adoption'
import { editionsWith } from './inner/editions'
import { momentOf } from './inner/load'

type Words = { title: string; body: string }

/** An item behind an edited text: the words that its unit sent, as the editor read them. */
export type TextSource = Words & {
  itemId: string
  ref: string
  unit: string
  state: ItemState
  notUsed: boolean
  submittedAt: number | null
  /** What the unit has sent since, if it has. */
  newer: (Words & { at: number }) | null
}

export type TextVersion = { version: number; by: string; at: number }

/** An adoption that was made of it, or of the one item that it is edited from; `revoked` says why it no longer counts. */
export type TextAdopted = AdoptionFacts & {
  id: string
  itemId: string
  unit: string
  sharers: number
  revoked: string | null
}

export type TextView = Words & {
  id: string
  /** The one item that it is edited from; null for a 综合. */
  itemId: string | null
  version: number
  moment: TextMoment
  /** What the units sent, as one text: of a 综合 each under its unit's name. */
  original: Words
  sources: TextSource[]
  /** The units among whom an adoption is shared, those who sent the items first. */
  sharers: string[]
  /** Newest first, never empty. */
  versions: TextVersion[]
  adoptions: TextAdopted[]
  /** The editions in which it stands. */
  editions: { id: string; name: string }[]
  /** Why another has to record its adoption; null when this viewer may. */
  notGraded: string | null
}

/** An edited text with all that is known of it. Throws 404 when it is not there. */
export async function textOf(viewer: Viewer, id: string): Promise<TextView> {
  authorize(viewer, 'text.read')
  if (!idSchema.safeParse(id).success) throw notFound('编辑稿')
  const [text] = await db().select().from(texts).where(eq(texts.id, id))
  if (!text) throw notFound('编辑稿')
  const [sources, moment, shared, versions, adopted, editions, eyes] = await Promise.all([
    readSources(db(), id),
    momentOf(db(), text),
    sourcesOf(db(), [id]),
    versionsOf(id),
    adoptionsMade(id, text.itemId),
    editionsWith(db(), [id]),
    writersOfText(db(), id).then((writers) => adoptedBy(db(), writers)),
  ])
  const { itemId, title, body, version } = text
  return {
    ...{
      id,
      itemId,
      title,
      body,
      version,
      moment,
      sources,
      versions,
      adoptions: adopted,
      notGraded: reasonOf(can(viewer, 'text.grade', eyes)),
    },
    editions: editions.map((edition) => ({ id: edition.id, name: edition.name })),
    original: originalOf(itemId, sources),
    sharers: shared.get(id)?.names ?? [],
  }
}

/** The words of one version. Throws 404 when there is none. */
export async function textVersion(viewer: Viewer, id: string, version: number): Promise<Words> {
  authorize(viewer, 'text.read')
  const [found] = await db()
    .select({ title: textVersions.title, body: textVersions.body })
    .from(textVersions)
    .where(and(eq(textVersions.textId, id), eq(textVersions.version, version)))
  if (!found) throw notFound('版本')
  return found
}

function originalOf(itemId: string | null, sources: readonly TextSource[]): Words {
  const [first] = sources
  if (itemId !== null && first) return { title: first.title, body: first.body }
  return { title: '', body: mergedBody(sources) }
}

async function readSources(from: Database, textId: string): Promise<TextSource[]> {
  const { ref, state, notUsed, submittedAt } = items
  const rows = await from
    .select({
      itemId: items.id,
      read: textSources.itemVersion,
      title: sentTitle,
      body: sentBody,
      unit: units.name,
      ...{ ref, state, notUsed, submittedAt },
    })
    .from(textSources)
    .innerJoin(items, eq(items.id, textSources.itemId))
    .innerJoin(units, eq(units.id, items.unitId))
    .where(eq(textSources.textId, textId))
    .orderBy(asc(textSources.position))
  const ids = rows.map(({ itemId }) => itemId)
  const sent =
    ids.length === 0
      ? []
      : await from
          .select()
          .from(itemVersions)
          .where(inArray(itemVersions.itemId, ids))
          .orderBy(desc(itemVersions.version))
  return rows.map(({ read, ...row }) => {
    const own = sent.filter(({ itemId }) => itemId === row.itemId)
    const { title, body } = own.find(({ version }) => version <= read) ?? row
    const later = own.find(({ version }) => version > read)
    const newer = later ? { title: later.title, body: later.body, at: later.at } : null
    return { ...row, title, body, newer }
  })
}

function versionsOf(textId: string): Promise<TextVersion[]> {
  return db()
    .select({ version: textVersions.version, by: users.name, at: textVersions.editedAt })
    .from(textVersions)
    .innerJoin(users, eq(users.id, textVersions.editedBy))
    .where(eq(textVersions.textId, textId))
    .orderBy(desc(textVersions.version))
}

async function adoptionsMade(textId: string, itemId: string | null): Promise<TextAdopted[]> {
  const { id, itemId: of, kind, adoptedOn, quarter, publication, issueNo, sharers } = adoptions
  const rows = await db()
    .select({
      ...{ id, itemId: of, kind, adoptedOn, quarter, publication, issueNo, sharers },
      unit: units.name,
      revoked: adoptionRevocations.reason,
    })
    .from(adoptions)
    .innerJoin(items, eq(items.id, adoptions.itemId))
    .innerJoin(units, eq(units.id, items.unitId))
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
    .where(or(eq(adoptions.textId, textId), itemId === null ? undefined : eq(adoptions.itemId, itemId)))
    .orderBy(asc(adoptions.recordedAt), asc(units.position))
  return rows
}
