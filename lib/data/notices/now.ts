import 'server-only'
import { setImmediate as turn } from 'node:timers/promises'
import { snapshot } from '@/db/client'
import { memory } from '@/lib/domain/base/memory'
import { noticeDefaults } from '@/lib/domain/notices/defaults'
import { type Notice, unissued } from '@/lib/domain/notices/document'
import { compose } from '@/lib/domain/notices/notice'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { authorize } from '../core/authorize'
import { figuresVersions, rankedNow } from '../figures/inner/kept'
import { composeDraft } from './inner/composing'
import { openDraftRow } from './inner/drafts'
import { houseIn } from './inner/house'
import { draftReport } from './inner/report'
import type { DraftRow } from './inner/rows'

/** Composed and checked once a version of its figures and its words. */
const composed = memory<Promise<{ notice: Notice; faults: number }>>('notices of this moment', {
  most: 8,
  bytes: 12_000_000,
})

/** A notice made of the figures of this moment. `key` names all that it depends on besides them. */
export type NoticeNow = {
  notice: Notice
  key: string
  faults: number
  draft: Pick<DraftRow, 'id' | 'state' | 'corrects'> | null
}

/**
 * The notice of a quarter as it stands, in the words of the open draft where there is one: who reads it before it is
 * issued, reads what those who write it read.
 */
export async function noticeNow(viewer: Viewer, quarter: Quarter, now: number): Promise<NoticeNow> {
  authorize(viewer, 'notice.preview')
  return snapshot(async (tx) => {
    const draft = await openDraftRow(tx, quarter)
    const house = await houseIn(tx)
    const options = noticeDefaults(quarter, now, house)
    const key = `${draft ? `${draft.id} ${draft.version}` : options.date} ${JSON.stringify(house)}`
    const make = async () => {
      const { notice, changes } = draft
        ? await composeDraft(tx, draft)
        : { notice: compose(await rankedNow(tx, quarter), options), changes: [] }
      await turn()
      return { notice: unissued(notice), faults: (await draftReport(tx, notice, changes)).faults.length }
    }
    const version = (await figuresVersions(tx, [quarter])).get(quarter)
    const made = version ? composed.once(`${quarter} ${version} ${key}`, make) : make()
    return {
      ...(await made),
      key,
      draft: draft ? { id: draft.id, state: draft.state, corrects: draft.corrects } : null,
    }
  })
}
