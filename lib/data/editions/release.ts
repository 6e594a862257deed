import 'server-only'
import { and, eq } from 'drizzle-orm'
import { issueEntries } from '@/db/schema'
import { Fault } from '@/lib/domain/base/fault'
import { issueLacks, issueName, isTaken } from '@/lib/domain/editions/publication'
import type { Viewer } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import type { IssueInput } from '@/lib/schemas/publication'
import { onlyProposes } from '../adoptions/second-eyes'
import { type Arrival, write } from '../core/write'
import { adoptText } from '../texts/adoption'
import { heldIssue, issueChanged, numbersTaken } from './load'
import { entriesOf } from './reading'

/**
 * 发刊: in one transaction the words of every entry are kept as they are, and each is recorded as adopted by the
 * publication on the day of the issue. Whatever stands in the way of one refuses all, and says of which.
 */
export function releaseIssue(
  viewer: Viewer,
  input: IssueInput,
  arrival: Arrival,
): Promise<{ name: string; entries: number; adoptions: number }> {
  return write(viewer, 'issue.release', arrival, input, async (tx) => {
    const { issue, publication, to } = await heldIssue(tx, viewer, 'release', input)
    if (await onlyProposes(tx, viewer))
      throw new Fault('forbidden', '发刊同时登记采用，须由具有发布权限的编辑进行；您可以继续编排。')
    const entries = await entriesOf(tx, issue.id)
    const today = dayOfInstant(arrival.at)
    const numberTaken = isTaken(issue, await numbersTaken(tx, publication.id, issue.id))
    refuseFor(issueLacks({ day: issue.day, today, numberTaken }, entries))
    const made: string[] = []
    const faults: string[] = []
    const { kind, name } = publication
    for (const { textId, title, body } of entries) {
      const adoption = { textId, kind, adoptedOn: issue.day, publication: name, issueNo: String(issue.issueNo) }
      try {
        made.push(...(await adoptText(tx, viewer, { ...adoption, evidence: '' }, arrival.at)).adoptions)
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        faults.push(error.message)
        continue
      }
      await tx
        .update(issueEntries)
        .set({ title, body })
        .where(and(eq(issueEntries.issueId, issue.id), eq(issueEntries.textId, textId)))
    }
    refuseFor(faults)
    await issueChanged(tx, viewer, issue, {
      verb: 'issue.release',
      at: arrival.at,
      detail: { publication: publication.id, kind, day: issue.day, issueNo: issue.issueNo, adoptions: made },
      set: { state: to, releasedBy: viewer.userId, releasedAt: arrival.at },
    })
    return { name: `《${name}》${issueName(issue)}`, entries: entries.length, adoptions: made.length }
  })
}

/** Every fault is one of the form's: they stand under `lack-1` and so on. */
function refuseFor(faults: readonly string[]): void {
  if (faults.length === 0) return
  throw new Fault(
    'conflict',
    '没有发刊，也没有登记任何采用：',
    Object.fromEntries(faults.map((words, i) => [`lack-${i + 1}`, words])),
  )
}
