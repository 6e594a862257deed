import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { type Database, snapshot } from '@/db/client'
import { users } from '@/db/schema'
import type { CheckReport } from '@/lib/domain/checking/report'
import { categoriesOf } from '@/lib/domain/figures/ranking'
import type { Notice } from '@/lib/domain/notices/document'
import { writersOfParagraph } from '@/lib/domain/notices/hands'
import { type Nameable, type Pick, unitsNamed, usualPick } from '@/lib/domain/notices/lists'
import { measureTokens } from '@/lib/domain/notices/measures'
import { hindrances } from '@/lib/domain/notices/readiness'
import { refOf, tokensOf } from '@/lib/domain/notices/values'
import { pickOf, templateOf, typedNumbers, type WrittenBlock, writtenBlocks } from '@/lib/domain/notices/words'
import type { CategoryRow } from '@/lib/domain/office/category'
import { can, type MadeSubject, reasonOf, type Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { authorize } from '../core/authorize'
import { composeDraft } from './inner/composing'
import { draftWords, makersOf, openDraftRow } from './inner/drafts'
import { standingObjections } from './inner/objections'
import { draftReport } from './inner/report'
import type { DraftRow } from './inner/rows'

/** A paragraph as its writer sees it: as it reads, as it can be changed, and why this viewer may not confirm it. */
export type DraftBlock = Omit<WrittenBlock, 'hands'> & {
  reads: string
  template: string
  typed: string[]
  notConfirmed: string | null
}

/** A list of names that the text uses, with all who could be named, how it names them, and how it usually would. */
export type NameList = { token: string; units: Nameable[]; pick: Pick | null; usual: Pick }

/** An open draft with all that its page shows. */
export type DraftView = {
  draft: Omit<DraftRow, 'words'>
  writtenBy: string
  proposedBy: string | null
  notice: Notice
  blocks: DraftBlock[]
  lists: NameList[]
  /** What may stand in a text, as it is typed. */
  tokens: string[]
  /** Changes and rates, as they are typed. */
  measures: string[]
  report: CheckReport
  hindrances: string[]
  /** Why this viewer may not issue it; null when nothing of the viewer's own stands in the way. */
  notIssued: string | null
  /** Who may issue it: none of them wrote or proposed it. */
  issuers: string[]
}

/** The open draft of a quarter, made of the figures of this moment; null when none is open. */
export async function draftOf(viewer: Viewer, quarter: Quarter, now: number): Promise<DraftView | null> {
  authorize(viewer, 'notice.write')
  return snapshot(async (tx) => {
    const draft = await openDraftRow(tx, quarter)
    if (!draft) return null
    const { notice, composed, ranking, changes } = await composeDraft(tx, draft)
    const categories = categoriesOf(ranking)
    const words = await draftWords(tx, draft)
    const makers = await makersOf(tx, draft)
    const report = await draftReport(tx, notice, changes)
    const names = await namesOf(tx, [draft.writtenBy, draft.proposedBy])
    const { words: _json, ...rest } = draft
    return {
      draft: rest,
      writtenBy: names.get(draft.writtenBy) ?? '',
      proposedBy: draft.proposedBy ? (names.get(draft.proposedBy) ?? null) : null,
      notice,
      blocks: writtenBlocks(composed, words).flatMap((written) => {
        const block = notice.blocks.find(({ key }) => key === written.key)
        if (!block) return []
        const reads = block.runs.map(({ text }) => text).join('')
        const { hands: _ids, ...shown } = written
        const confirm = can(viewer, 'notice.confirm', { madeBy: writersOfParagraph(words, written.key) })
        return [
          {
            ...shown,
            notConfirmed: reasonOf(confirm),
            reads,
            template: written.text ?? templateOf(block.runs, categories),
            typed: typedNumbers(block),
          },
        ]
      }),
      lists: listsIn(notice, categories).flatMap((token) => {
        const ref = refOf(token, categories)
        if (!ref || !('names' in ref)) return []
        return [{ token, units: unitsNamed(ranking, ref), pick: pickOf(words, token) ?? null, usual: usualPick(ref) }]
      }),
      tokens: [...tokensOf(categories).keys()],
      measures: measureTokens(categories),
      report,
      notIssued: reasonOf(can(viewer, 'notice.issue', makers)),
      issuers: await issuersBut(tx, makers),
      hindrances: hindrances({
        quarter,
        now,
        number: draft.number,
        blocks: notice.blocks,
        faults: report.faults.length,
        despite: null,
        ...(await standingObjections(tx, quarter)),
      }),
    }
  })
}

async function issuersBut(tx: Database, { madeBy }: MadeSubject): Promise<string[]> {
  const all = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.role, 'editor'), eq(users.mayIssue, true), eq(users.disabled, false)))
    .orderBy(users.login)
  return all.flatMap(({ id, name }) => (madeBy.includes(id) ? [] : [name]))
}

/** The tokens of the lists of names that a notice prints, each once. */
function listsIn({ blocks }: Notice, categories: readonly CategoryRow[]): string[] {
  const tokens = blocks.flatMap(({ runs }) =>
    runs.flatMap((run) => ('names' in run ? [templateOf([run], categories).slice(1, -1)] : [])),
  )
  return [...new Set(tokens)]
}

async function namesOf(tx: Database, ids: (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id): id is string => id !== null)
  if (known.length === 0) return new Map()
  const rows = await tx.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, known))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
