import { beforeAll, describe, expect, test } from 'vitest'
import { record } from '@/db/audit'
import { db } from '@/db/client'
import { categories, rules, targets, units } from '@/db/schema'
import { operator } from '@/lib/auth/viewer'
import { toGoldenJson } from '@/lib/domain/figures/ranking'
import { noticeDefaults } from '@/lib/domain/notices/defaults'
import { noticeText } from '@/lib/domain/notices/text'
import type { CategoryRow } from '@/lib/domain/office/category'
import { SEVEN_CATEGORIES, SOME_CATEGORIES } from '@/lib/domain/office/testing'
import { bookInWords } from '@/lib/domain/rules/in-words'
import type { Quarter } from '@/lib/domain/time/quarter'
import { arrival, directly, graded, refusal, sent, someone } from '@/lib/testing/world'
import { draftOf } from '../notices/draft-view'
import { openDraft } from '../notices/drafts'
import { draftReport } from '../notices/inner/report'
import { ruleBook } from '../rules/rules'
import { drilldown } from './drilldown'
import { noticeOf, overviewOf, rankingOf } from './figures'

const Q = '2026Q1' as Quarter
const viewer = operator()
const stored = (row: CategoryRow) => ({ ...row, aliases: JSON.stringify(row.aliases) })

/** One unit of each of seven categories; each sends one item more than the one before, and has one adopted. */
beforeAll(async () => {
  await directly(async (tx) => {
    await tx.delete(categories)
    await tx.insert(categories).values(SEVEN_CATEGORIES.map(stored))
    await tx.insert(units).values(
      SEVEN_CATEGORIES.map(({ key, name }, i) => ({
        id: key,
        name: `样例${name}局`,
        category: key,
        position: i + 1,
      })),
    )
    for (const { key } of SEVEN_CATEGORIES) {
      await tx.insert(targets).values({ unitId: key, year: 2026, quarterlyItems: 3, annualPoints: 4000 })
      await tx
        .insert(rules)
        .values({ category: key, validFrom: '2026Q1' as Quarter, kind: 'district_full', points: 600, source: null })
    }
  })
  const editor = await someone('editor')
  for (const [i, { key }] of SEVEN_CATEGORIES.entries()) {
    const clerk = await someone('clerk', { unitId: key })
    for (let n = 0; n <= i; n++) {
      const { id } = await sent(clerk, '2026-01-10')
      if (n === 0) await graded(editor, id, '2026-02-01')
    }
  }
})

/** Which categories hold in the quarter; the others only begin after it. */
const only = (rows: readonly CategoryRow[]) =>
  directly(async (tx) => {
    await tx.update(categories).set({ validFrom: '2026Q2' as Quarter })
    for (const row of rows)
      await tx
        .insert(categories)
        .values(stored(row))
        .onConflictDoUpdate({ target: categories.key, set: stored(row) })
    // As an import of categories.csv does: what is kept of the figures is kept by the entry that moved them.
    const detail = { files: {} }
    await record(tx, 'operator', { verb: 'data.import', subject: 'categories.csv', detail, figures: 'all' })
  })

describe.each(SOME_CATEGORIES.map((rows) => [rows.map(({ key }) => key).join(' '), rows] as const))(
  'a quarter in which %s hold',
  (_, rows) => {
    const keys = rows.map(({ key }) => key)
    const items = keys.reduce((sum, key) => sum + SEVEN_CATEGORIES.findIndex((row) => row.key === key) + 1, 0)
    beforeAll(() => only(rows))

    test('is ranked category by category, and nothing else counts in it', async () => {
      const json = toGoldenJson(await rankingOf(viewer, Q))
      expect([Object.keys(json.submission), Object.keys(json.adoption), Object.keys(json.totals.met)]).toEqual([
        keys,
        keys,
        keys,
      ])
      expect(json.totals).toMatchObject({ units: keys.length, items, district: keys.length })
    })

    test('opens each figure down to as many rows as it says', async () => {
      expect((await drilldown(viewer, Q, { figure: 'items' })).rows).toHaveLength(items)
      expect((await drilldown(viewer, Q, { figure: 'district' })).rows).toHaveLength(keys.length)
      for (const { key, title, name } of rows) {
        const { rows, category } = await drilldown(viewer, Q, { figure: 'adoptions', category: key })
        expect([rows?.length, category]).toEqual([1, title])
        const { units: met = [], categoryOf } = await drilldown(viewer, Q, { figure: 'units', category: key })
        expect(met.map(({ submission }) => categoryOf(submission.unitId))).toEqual([name])
      }
    })

    test('has no list of a category that does not hold', async () => {
      const gone = SEVEN_CATEGORIES.find(({ key }) => !keys.includes(key))?.key ?? 'village'
      expect((await refusal(drilldown(viewer, Q, { figure: 'items', category: gone }))).code).toBe('not_found')
    })

    test('has a notice in which the check finds no fault', async () => {
      const number = '雁府办发〔2026〕7号'
      const notice = await noticeOf(viewer, Q, { ...noticeDefaults(Q, Date.parse('2026-05-01')), number })
      expect(notice.attachments.map(({ tables }) => tables.map(({ category }) => category))).toEqual([keys, keys])
      for (const { words } of SEVEN_CATEGORIES) {
        const said = noticeText(notice).includes(`个${words}`)
        if (!said) continue
        expect(rows.map((row) => row.words)).toContain(words)
      }
      expect(await draftReport(db(), notice)).toMatchObject({ faults: [] })
    })

    test('has a page of the ranking and a book of rules that follow', async () => {
      const { ranking } = await overviewOf(viewer, Q, 'quarter')
      expect(ranking.tables.map(({ category }) => category.key)).toEqual(keys)
      const { inForce, categories: all } = await ruleBook(viewer, Q)
      expect(inForce.map(({ category }) => category.key)).toEqual(keys)
      expect(all).toHaveLength(7)
      for (const { rules: own } of inForce) expect(JSON.stringify(bookInWords(own))).toContain('区级采用·信息计 6 分')
    })
  },
)

test('a draft is addressed to the categories of its quarter, and offers their figures as words', async () => {
  await only(SEVEN_CATEGORIES.slice(0, 3))
  const writer = await someone('editor', { mayIssue: true })
  await openDraft(writer, { quarter: Q, corrects: '', reason: '' }, arrival('2026-04-12'))
  const view = await draftOf(writer, Q, Date.parse('2026-04-12T12:00:00+08:00'))
  expect(view?.notice.addressees).toBe('各部门，各镇街，各园区，各有关单位：')
  expect(view?.tokens).toContain('园区·报送条数')
  expect(view?.tokens).not.toContain('国企·报送条数')
})

test('over a span the categories are those of its last quarter', async () => {
  await only([])
  expect((await overviewOf(viewer, '2026Q2' as Quarter, 'year')).ranking.totals.items).toBe(28)
})
