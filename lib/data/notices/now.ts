import 'server-only'
import { snapshot } from '@/db/client'
import { rank } from '@/lib/domain/figures/ranking'
import { noticeDefaults } from '@/lib/domain/notices/defaults'
import type { Notice } from '@/lib/domain/notices/document'
import { compose } from '@/lib/domain/notices/notice'
import { can, type Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { authorize } from '../core/authorize'
import { countedIn } from '../figures/inner/counted'
import { composeDraft, type DraftRow } from './inner/composing'
import { openDraftRow } from './inner/drafts'
import { draftReport } from './inner/report'

/** A notice made of the figures of this moment. `key` names all that it depends on besides them. */
export type NoticeNow = { notice: Notice; key: string; faults: number; draft: Pick<DraftRow, 'id' | 'state'> | null }

/** The notice of a quarter as it stands: for those who write it, in the words of the open draft; else as composed. */
export async function noticeNow(viewer: Viewer, quarter: Quarter, now: number): Promise<NoticeNow> {
  authorize(viewer, 'notice.read')
  return snapshot(async (tx) => {
    const draft = can(viewer, 'notice.write').allowed ? await openDraftRow(tx, quarter) : undefined
    const options = noticeDefaults(quarter, now)
    const notice = draft ? (await composeDraft(tx, draft)).notice : compose(rank(await countedIn(tx, quarter)), options)
    const { faults } = await draftReport(tx, notice)
    return {
      notice,
      key: draft ? `${draft.id} ${draft.version}` : options.date,
      faults: faults.length,
      draft: draft ? { id: draft.id, state: draft.state } : null,
    }
  })
}
