import 'server-only'
import { inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { adoptions, publications } from '@/db/schema'
import { publicationKind } from '@/lib/domain/rules/adoption'
import { ENDED, type PublicationKind, type RuleRow, rulesInForce } from '@/lib/domain/rules/book'
import { isPublication } from '@/lib/domain/rules/row-words'
import { unnamedInWords } from '@/lib/domain/rules/unnamed'
import type { Quarter } from '@/lib/domain/time/quarter'

/** What is to be said of points that hold in a quarter or after, of publications that neither the register nor an adoption names. */
export async function unnamedPublications(tx: Database, rows: readonly RuleRow[], from: Quarter): Promise<string[]> {
  const valued = publicationsFrom(rows, from)
  if (valued.length === 0) return []
  const known = (await tx.select({ name: publications.name }).from(publications)).map(({ name }) => name)
  const named = new Set<string>(known.map(publicationKind))
  const unknown = valued.filter((kind) => !named.has(kind))
  if (unknown.length === 0) return []
  const spelled = unknown.flatMap((kind) => {
    const name = kind.slice('publication:'.length)
    return [name, `《${name}》`]
  })
  const adopted = await tx
    .selectDistinct({ publication: adoptions.publication })
    .from(adoptions)
    .where(inArray(adoptions.publication, spelled))
  for (const { publication } of adopted) named.add(publicationKind(publication ?? ''))
  return unknown.filter((kind) => !named.has(kind)).map((kind) => unnamedInWords(kind, known))
}

/** The publications that have points in a quarter, or will have. */
function publicationsFrom(rows: readonly RuleRow[], from: Quarter): PublicationKind[] {
  const categories = [...new Set(rows.map(({ category }) => category))]
  const now = categories.flatMap((category) => [...rulesInForce(rows, category, from).keys()])
  const later = rows.flatMap(({ kind, validFrom, choice }) => (validFrom > from && choice !== ENDED ? [kind] : []))
  return [...new Set([...now, ...later])].filter(isPublication).sort()
}
