import { beforeAll, expect, test } from 'vitest'
import {
  accountRequests,
  commissions,
  gradeProposals,
  isolations,
  objections,
  reasons,
  savedViews,
  simulations,
  upperLines,
  upperLists,
} from '@/db/schema'
import type { Quarter } from '@/lib/domain/time/quarter'
import { editionDesk } from '@/lib/testing/editions'
import { anIssuedNotice, beginDraft } from '@/lib/testing/notices'
import { textDesk } from '@/lib/testing/texts'
import { anAttachment, anItem, arrival, directly, session, someone, type World, world } from '@/lib/testing/world'
import { attachmentsOf } from '../../attachments/attachments'
import { submit } from '../../items/items'
import { keepSuggestion } from '../../notices/suggestions'
import { actorsNamed, idsNamed, subjectsInWords } from './subjects'

const [Q1, Q2] = ['2026Q1', '2026Q2'] as Quarter[] as [Quarter, Quarter]
const AT = arrival('2026-05-20')

let w: World
beforeAll(async () => {
  w = await world()
})

test('whatever an entry of the log is about is named as people name it', async () => {
  const by = w.editor.userId
  const item = await submit(w.clerk, anItem(), arrival('2026-05-04'), [anAttachment('样例.txt', '样例')])
  const [attachment] = await attachmentsOf(w.editor, item.id)
  const [publications, edited] = [editionDesk(() => w), textDesk(() => w)]
  const publication = await publications.defined({ name: '样例专报' })
  const issuer = await someone('editor', { mayIssue: true })
  const suggestion = { id: '', title: '（四）落实专人', body: '样例。', retired: '' as const }
  await directly(async (tx) => {
    await tx.insert(reasons).values({ id: 'reason', verb: 'send_back', words: '要素不全', position: 1, retired: false })
    await tx.insert(savedViews).values({ id: 'view', userId: by, name: '待办', query: '', position: 1 })
    await tx
      .insert(simulations)
      .values({ id: 'trial', quarter: Q2, name: '提高分值', rules: '[]', madeBy: by, madeAt: 1 })
    await tx.insert(accountRequests).values({
      ...{ id: 'request', kind: 'add', login: 'zhang', name: '张某', role: 'editor', mayRelease: true, mayIssue: true },
      ...{ state: 'waiting', proposedBy: w.systemAdmin.userId, proposedAt: 1 },
    })
    await tx.insert(objections).values({
      ...{ id: 'objection', quarter: Q2, unitId: 'dept', figure: '区级信息', printed: '1', said: '少计一条。' },
      ...{ raisedBy: w.clerk.userId, raisedAt: 1 },
    })
    await tx.insert(isolations).values({
      ...{ id: 'isolation', itemId: item.id, attachmentId: null, state: 'lifted', reason: '误报' },
      ...{ isolatedBy: w.securityAdmin.userId, isolatedAt: 1 },
    })
    await tx.insert(upperLists).values({ id: 'list', name: '市五月清单', receivedBy: by, receivedAt: 1 })
    await tx.insert(upperLines).values({
      ...{ id: 'line', listId: 'list', position: 3, title: '样例', kind: 'city_full', adoptedOn: '', state: 'open' },
    })
    await tx.insert(gradeProposals).values({
      ...{ id: 'proposal', itemId: item.id, kind: 'forwarded', adoptedOn: '2026-05-05' },
      ...{ state: 'waiting', proposedBy: by, proposedAt: 1 },
    })
    await tx
      .insert(commissions)
      .values({ id: 'asked', topic: '汛期值守', words: '', deadline: 1, askedAt: 0, askedBy: by })
  })
  const named: [id: string, words: string][] = [
    [item.id, `信息 ${item.ref}（样例一局）`],
    [attachment?.id ?? '', `信息 ${item.ref} 的第 1 个附件`],
    [by, `账号 ${w.editor.name}（${w.editor.login}）`],
    [await session({ id: by, sessionVersion: 1 }), `${w.editor.name}的登录`],
    [(await anIssuedNotice(w.editor, issuer, Q1)).id, '通报 雁府办发〔2026〕7号'],
    [(await beginDraft(w.editor, Q2)).id, '2026年二季度通报稿'],
    [await edited.made(item.id), `编辑稿（信息 ${item.ref}）`],
    [await edited.merged(await edited.threeItems()), '综合'],
    [publication.id, '刊物《样例专报》'],
    [await publications.begun(publication.id), '《样例专报》2026 年第 1 期'],
    [(await keepSuggestion(w.editor, suggestion, AT)).id, '下步建议“（四）落实专人”'],
    ['dept', '样例一局'],
    ['department', '类别 部门'],
    ['reason', '原因“要素不全”'],
    ['view', '视图“待办”'],
    ['trial', '2026年二季度试算“提高分值”'],
    ['request', '添加账号的申请 张某（zhang）'],
    ['proposal', `采用建议（信息 ${item.ref}）`],
    ['isolation', `隔离（信息 ${item.ref}）`],
    ['objection', '样例一局对2026年二季度的异议'],
    ['list', '上级清单“市五月清单”'],
    ['line', '上级清单“市五月清单”第 3 条'],
    ['asked', '约稿“汛期值守”'],
  ]
  expect(await subjectsInWords([...named.map(([id]) => id), 'items'])).toEqual(new Map(named))
})

test('a person is found by name or login, and so is who acts without an account', async () => {
  expect(await actorsNamed(w.editor.login.toUpperCase())).toEqual([w.editor.userId])
  expect(await actorsNamed(w.auditAdmin.name)).toEqual([w.auditAdmin.userId])
  for (const [name, actor] of [
    ['系统', 'system'],
    ['未知账号', 'unknown'],
    ['命令行', 'operator'],
  ] as const)
    expect(await actorsNamed(name)).toEqual([actor])
  expect(await actorsNamed('没有的人')).toEqual([])
})

test('an object is found by its number, its name or its login, and by its id', async () => {
  const { id, ref } = await submit(w.clerk, anItem({ title: '另一条' }), arrival('2026-05-05'))
  expect(await idsNamed(ref)).toEqual([ref, id])
  expect(await idsNamed('样例一局')).toEqual(['样例一局', 'dept'])
  expect(await idsNamed(w.editor.login)).toEqual([w.editor.login, w.editor.userId])
  expect(await idsNamed(id)).toEqual([id])
})
