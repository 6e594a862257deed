import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { adoptionRevocations, adoptions } from '@/db/schema'
import { chineseDate } from '@/lib/domain/time/quarter'
import { chunks } from './format'

/** What makes two adoptions the same one. */
export const adoptionKey = (
  item: string,
  a: { kind: string; adoptedOn: string; publication: string | null; issueNo: string | null },
) => JSON.stringify([item, a.kind, a.adoptedOn, a.publication ?? '', a.issueNo ?? ''])

type Taking = { adoptedOn: string; publication: string | null }

/** By which the adoptions of an item in one kind are known. */
export const ofKind = (item: string, kind: string) => `${item} ${kind}`
/** The same of one that was revoked, with its day. */
export const revokedKey = (itemId: string, { kind, adoptedOn }: { kind: string; adoptedOn: string }) =>
  `revoked ${ofKind(itemId, kind)} ${adoptedOn}`

/** The day and the publication of a taking that is not this one, or null. */
export function otherTaking(there: readonly Taking[] | undefined, { adoptedOn, publication }: Taking): string | null {
  const other = there?.find((one) => one.adoptedOn !== adoptedOn || (one.publication ?? '') !== (publication ?? ''))
  if (!other) return null
  return [chineseDate(other.adoptedOn), other.publication && `《${other.publication}》`].filter(Boolean).join('，')
}

/** The first taking of each item and kind that the file has named so far. */
export class Takings {
  private added = new Map<string, string>()
  constructor(private known: ReadonlyMap<string, string>) {}

  private first(key: string): Taking[] | undefined {
    const found = this.known.get(key) ?? this.added.get(key)
    return found === undefined ? undefined : [JSON.parse(found) as Taking]
  }

  other(ref: string, what: Taking & { kind: string }): string | null {
    return otherTaking(this.first(ofKind(ref, what.kind)), what)
  }

  note(ref: string, { kind, adoptedOn, publication }: Taking & { kind: string }): void {
    const key = ofKind(ref, kind)
    if (!this.first(key)) this.added.set(key, JSON.stringify({ adoptedOn, publication }))
  }

  fresh(): [key: string, taking: string][] {
    return [...this.added]
  }
}

/** What is recorded of these items: the keys of all, and the takings in force by item and kind. */
export async function recordedOf(tx: Database, found: readonly { id: string }[]) {
  const ids = [...new Set(found.map(({ id }) => id))]
  const recorded = new Set<string>()
  const inForce = new Map<string, Taking[]>()
  for (const chunk of chunks(ids)) {
    const rows = await tx
      .select({ a: adoptions, revoked: adoptionRevocations.adoptionId })
      .from(adoptions)
      .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
      .where(inArray(adoptions.itemId, chunk))
    for (const { a, revoked } of rows) {
      recorded.add(adoptionKey(a.itemId, a))
      const key = ofKind(a.itemId, a.kind)
      if (revoked) recorded.add(revokedKey(a.itemId, a))
      else inForce.set(key, [...(inForce.get(key) ?? []), a])
    }
  }
  return { recorded, inForce }
}
