import 'server-only'
import { and, eq } from 'drizzle-orm'
import { editionEntries } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import { editionLacks, editionName, isTaken } from '@/lib/domain/editions/publication'
import type { Viewer } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import type { ReleaseInput } from '@/lib/schemas/editions'
import { adoptedBy } from '../adoptions/inner/second-eyes'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { adoptText, type TakenText } from '../texts/inner/adoption'
import { composersOf, entriesOfEdition } from './inner/entries'
import { editionChanged, loadEdition, numbersTaken } from './inner/load'

/**
 * 发刊: in one transaction the words of every entry are kept as they are, and each is recorded as adopted by the
 * publication on the day of the edition; what was adopted in its kind already was adopted by it, unless it is said that this
 * is another taking. Whatever stands in the way of one refuses all, and says of which.
 */
export function releaseEdition(
  viewer: Viewer,
  input: ReleaseInput,
  arrival: Arrival,
): Promise<{ name: string; entries: number; adoptions: number; stood: number }> {
  return write(viewer, 'edition.release', arrival, input, async (tx) => {
    const { edition, publication, to } = await loadEdition(tx, viewer, 'release', input)
    const origin = { right: 'edition.release', proposedBy: await composersOf(tx, edition) } as const
    authorize(viewer, origin.right, await adoptedBy(tx, origin.proposedBy))
    const entries = await entriesOfEdition(tx, edition.id)
    const today = dayOfInstant(arrival.at)
    const numberTaken = isTaken(edition, await numbersTaken(tx, publication.id, edition.id))
    refuseFor(editionLacks({ day: edition.day, today, numberTaken }, entries))
    const made: string[] = []
    const stood: string[] = []
    const faults: Fault[] = []
    const { kind, name } = publication
    for (const { textId, title, body } of entries) {
      const adoption = { textId, kind, adoptedOn: edition.day, publication: name, issueNo: String(edition.issueNo) }
      let adopted: TakenText
      try {
        const another = input.another?.includes(textId) ?? false
        const taking = { told: input.told, another, same: !another }
        adopted = await adoptText(tx, viewer, { ...adoption, evidence: '' }, arrival.at, { ...origin, ...taking })
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        faults.push(error)
        continue
      }
      made.push(...adopted.adoptions)
      stood.push(...adopted.stood)
      const ids = JSON.stringify([...adopted.adoptions, ...adopted.stood])
      await tx
        .update(editionEntries)
        .set({ title, body, adoptions: ids })
        .where(and(eq(editionEntries.editionId, edition.id), eq(editionEntries.textId, textId)))
    }
    const told = faults.every((fault) => fault.told.length > 0) ? faults.flatMap((fault) => fault.told) : []
    refuseFor(
      faults.map(({ message }) => message),
      told,
    )
    await editionChanged(tx, viewer, edition, {
      verb: 'edition.release',
      at: arrival.at,
      detail: {
        publication: publication.id,
        kind,
        day: edition.day,
        issueNo: edition.issueNo,
        adoptions: made,
        ...(stood.length > 0 && { stood }),
      },
      set: { state: to, releasedBy: viewer.userId, releasedAt: arrival.at },
    })
    return {
      name: `《${name}》${editionName(edition)}`,
      entries: entries.length,
      adoptions: made.length,
      stood: stood.length,
    }
  })
}

/** Every fault is one of the form's: they stand under `lack-1` and so on. */
function refuseFor(faults: readonly string[], told: readonly string[] = []): void {
  if (faults.length === 0) return
  throw new Fault(
    'conflict',
    '没有发刊，也没有登记任何采用：',
    Object.fromEntries(faults.map((words, i) => [`lack-${i + 1}`, words])),
    told,
  )
}
