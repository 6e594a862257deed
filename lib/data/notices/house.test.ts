import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { units } from '@/db/schema'
import { foldName } from '@/lib/domain/base/names'
import { USUAL_HOUSE } from '@/lib/domain/notices/house'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { houseSchema } from '@/lib/schemas/notices'
import { beginDraft, NOTICE_DAY as DAY, draftSeen, noticeHead as head } from '@/lib/testing/notices'
import { arrival, auditEntriesOf, directly, refusal, sent, someone, type World, world } from '@/lib/testing/world'
import { unitsByName } from '../office/inner/names'
import { saveNoticeHead } from './drafts'
import { houseOf, keepHouse } from './house'
import { noticeNow } from './now'

const Q = '2026Q1' as Quarter
const own = {
  ...USUAL_HOUSE,
  word: '资雁府办发',
  title: '【发文机关】关于【季度】政务信息工作情况的通报',
  adoptionName: '政务信息采用（采编）统计表',
  addressees: '区级各部门：',
  copies: '区委办公室。',
}

let w: World
let senior: Viewer
beforeAll(async () => {
  w = await world()
  senior = await someone('editor', { mayIssue: true })
  await sent(w.clerk, '2026-01-10')
})

test('the format is the office’s: decided by who may issue, on record, and every notice that is not issued has it', async () => {
  expect(await houseOf(w.reader)).toEqual(USUAL_HOUSE)
  for (const viewer of [w.editor, w.reader, w.clerk])
    expect((await refusal(keepHouse(viewer, own, arrival(DAY)))).code).toBe('forbidden')
  const entries = await auditEntriesOf(() => keepHouse(senior, own, arrival(DAY)))
  expect(entries.map(({ verb, subject }) => [verb, subject])).toEqual([['setting.change', 'notice.house']])
  expect(await auditEntriesOf(() => keepHouse(senior, own, arrival(DAY)))).toEqual([])
  const { notice } = await noticeNow(w.reader, Q, Date.parse(`${DAY}T12:00:00+08:00`))
  expect(notice).toMatchObject({ number: '资雁府办发〔2026〕  号', addressees: '区级各部门：' })
  expect(notice.title).toBe('雁江区人民政府办公室关于2026年一季度政务信息工作情况的通报')
})

test('what the district is called is the office’s to say; until it does, the body that issues the notices says it', async () => {
  const whose = async (name: string) => (await unitsByName(db())).get(foldName(name))?.id
  await directly((tx) => tx.insert(units).values({ id: 'f', name: '县财政局', category: 'department', position: 9 }))
  expect([await whose('雁江区样例一镇'), await whose('某县财政局')]).toEqual(['town', undefined])
  await keepHouse(senior, { ...own, district: '某县' }, arrival(DAY))
  expect([await whose('某县样例一镇'), await whose('某县财政局')]).toEqual(['town', 'f'])
  await keepHouse(senior, own, arrival(DAY))
  const { error } = houseSchema.safeParse({ ...own, district: '某县人民政府' })
  expect(error?.issues.map(({ path }) => path.join())).toEqual(['district'])
})

test('a notice says otherwise what it wants otherwise, and the check reads it all the same', async () => {
  const at = await beginDraft(senior, Q)
  const { draft } = await draftSeen(senior, Q)
  expect([draft.addressees, draft.copies, draft.title]).toEqual(['区级各部门：', '区委办公室。', null])
  const over = {
    title: '关于【季度】信息工作的通报',
    mark: '雁江区信息简报',
    imprintOffice: '信息科',
    imprintDate: '2026-04-15',
  }
  await saveNoticeHead(senior, head(at, { ...over, number: '资雁府办发〔2026〕7号' }), arrival(DAY))
  const { notice, report } = await draftSeen(senior, Q)
  expect(notice).toMatchObject({ title: '关于2026年一季度信息工作的通报', mark: '雁江区信息简报' })
  expect(notice.imprint).toMatchObject({ office: '信息科', date: '2026年4月15日' })
  expect(notice.attachmentList[1]).toBe('2. 2026年一季度政务信息采用（采编）统计表')
  expect(report.faults).toEqual([])
})
