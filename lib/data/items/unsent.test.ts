import { beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { settleIndex } from '@/lib/testing/indexing'
import { anIssuedNotice } from '@/lib/testing/notices'
import { aDraft, arrival, sent, someone, type World, world } from '@/lib/testing/world'
import { gradeAll } from '../adoptions/grading'
import { askCommission, commissionOf } from '../commissions/commissions'
import type { DeskFilter } from '../desk/inner/filter'
import { frozenList } from '../notices/frozen-list'
import { chosenForMerge } from '../texts/lists'
import { save, sendBack, withdraw } from './items'
import { inbox, ownItems } from './lists'
import { openItem } from './open'

const Q = '2026Q1' as Quarter
const SENT = { title: '原题', body: '原文' }
const TYPED = { title: '未报改稿', body: '改写中' }
/** What else a form holds. */
const SENT_WITH = {
  author: '原撰稿',
  phone: '13800000001',
  signer: '原签发',
  type: 'activity',
  eventDay: '2026-01-02',
} as const
const TYPED_WITH = {
  author: '新撰稿',
  phone: '13800000002',
  signer: '新签发',
  type: 'problem',
  eventDay: '2026-01-03',
} as const

let w: World
let issuer: Viewer
beforeAll(async () => {
  w = await world()
  issuer = await someone('editor', { mayIssue: true })
})

/** Every text of the office's doors to an item, by door. */
const doors = (id: string, state: DeskFilter['state'], notice: string, commission: string) => ({
  opened: async () => {
    const { item, versions } = await openItem(w.editor, id)
    return [item.title, item.body, ...versions.map(({ title, body }) => title + body)]
  },
  listed: async () => (await inbox(w.editor, { state })).rows.map(({ title }) => title),
  counted: async () => {
    const { rows } = await frozenList(w.editor, notice, { figure: 'items', unitId: 'dept' })
    return rows?.map(({ title }) => title)
  },
  'chosen for a 综合': async () => (await chosenForMerge(w.editor, [id])).map(({ title }) => title),
  'refused to be graded': async () => {
    const other = await sent(w.townClerk, '2026-05-01')
    const items = [id, other.id].map((one) => ({ id: one, seen: null }))
    const all = {
      items,
      kinds: ['forwarded' as const],
      adoptedOn: '2026-05-02',
      publication: '',
      issueNo: '',
      evidence: '',
    }
    return (await gradeAll(w.editor, all, arrival('2026-05-02'))).refused.map(({ title }) => title)
  },
  'asked for': async () => {
    const { answers } = await commissionOf(w.editor, commission, Date.parse('2026-05-02'))
    return answers.map(({ item }) => item?.title)
  },
})

describe('while a unit rewrites an item, the office has what was sent and nothing of what is being written', () => {
  let notice: string
  let commission: string
  const ids = { sent_back: '', withdrawn: '' }
  beforeAll(async () => {
    const topic = { topic: '样例', words: '样例。', day: '2026-02-20', time: '18:00', units: ['dept'], categories: [] }
    commission = (await askCommission(w.editor, topic, arrival('2026-01-05'))).id
    for (const [state, asked] of [
      ['sent_back', commission],
      ['withdrawn', ''],
    ] as const) {
      ids[state] = (
        await sent(w.clerk, '2026-01-10', { ...SENT, body: `${SENT.body}，${state}`, ...SENT_WITH, commission: asked })
      ).id
    }
    notice = (await anIssuedNotice(w.editor, issuer, Q)).id
    await sendBack(w.editor, { id: ids.sent_back, version: 1, reason: '请补充' }, arrival('2026-04-20'))
    await withdraw(w.clerk, { id: ids.withdrawn, version: 1 }, arrival('2026-04-20'))
    for (const id of Object.values(ids))
      await save(w.clerk, aDraft({ id, version: 2, ...TYPED, ...TYPED_WITH }), arrival('2026-04-21'))
  })

  for (const state of ['sent_back', 'withdrawn'] as const) {
    for (const door of [
      'opened',
      'listed',
      'counted',
      'chosen for a 综合',
      'refused to be graded',
      'asked for',
    ] as const)
      test(`${state}, ${door}`, async () => {
        const texts = (await doors(ids[state], state, notice, commission)[door]()) ?? []
        expect(texts.length).toBeGreaterThan(0)
        expect(texts.join()).not.toContain(TYPED.title)
        expect(texts.join()).not.toContain(TYPED.body)
        if (door !== 'asked for') expect(texts).toContain(SENT.title)
      })

    test(`${state}, searched for: by what was sent it is found, by what is being written never`, async () => {
      const found = async (text: string) => (await inbox(w.editor, { state, text })).rows.map(({ id }) => id)
      for (const step of [async () => undefined, settleIndex]) {
        await step()
        for (const text of [...Object.values(SENT), SENT_WITH.author]) expect(await found(text)).toEqual([ids[state]])
        for (const text of [...Object.values(TYPED), TYPED_WITH.author]) expect(await found(text)).toEqual([])
      }
    })

    test(`${state}, every other field too: opened, listed and chosen by type`, async () => {
      const { item, versions } = await openItem(w.editor, ids[state])
      expect(item).toMatchObject(SENT_WITH)
      expect(versions).toMatchObject([SENT_WITH])
      const ofType = async (type: 'activity' | 'problem') => (await inbox(w.editor, { state, type })).rows
      expect(await ofType('problem')).toEqual([])
      expect((await ofType('activity')).map(({ type }) => type)).toEqual(['activity'])
    })

    test(`${state}, its own unit goes on from what it wrote last`, async () => {
      expect((await openItem(w.clerk, ids[state])).item).toMatchObject({ ...TYPED, ...TYPED_WITH })
      expect((await ownItems(w.clerk, { state })).rows.map(({ title }) => title)).toEqual([TYPED.title])
    })
  }
})
