import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import pg from 'pg'
import { expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { databaseUrl, dialect } from '@/db/dialect'
import { migrate } from '@/db/migrate'
import { adoptionRevocations, adoptions, items } from '@/db/schema'
import { operator } from '@/lib/auth/viewer'
import { toGoldenJson } from '@/lib/domain/figures/ranking'
import type { Quarter } from '@/lib/domain/time/quarter'
import { loadFolder } from '@/lib/testing/transfer'
import { directly } from '@/lib/testing/world'
import { rankingOf } from '../figures/figures'
import { exportFiles } from './export'

const FOLDER = {
  'units.csv': ['区财政局,department,财政局|Z财政', '中和镇,town,', '区发改局,department,'],
  'rules.csv': [
    'town,2020Q3,province,20.25,"依据，含逗号"',
    'department,2020Q1,district_full,6,',
    'department,2020Q1,submission,5,',
  ],
  'targets.csv': ['中和镇,2020,24,32', '区财政局,2020,12,24.5'],
  'items.csv': [
    `'=甲,财政局,'=HYPERLINK(1),"'+一\n\n二，""三"" ",2020-08-01T09:00:00.125+08:00,'@张三,'+86 28,''-李`,
    '乙,中和镇,＝二,＋,2020-07-01T00:00:00Z,,,',
    '丙,中和镇,撤回,正文,2020-07-01T00:00:00Z,,,',
  ],
  'adoptions.csv': [
    'item,kind,adopted_on,publication,issue_no,again',
    `'=甲,district_full,2020-09-30,每日要情,'-3,`,
    '乙,province,2020-09-30,,,',
    '乙,province,2020-09-30,省刊,,yes',
    '丙,province,2020-09-30,,,',
  ].join('\n'),
}

const ranking = async () => toGoldenJson(await rankingOf(operator(), '2020Q3' as Quarter))

/** Goes on in a fresh, migrated database beside the test's own. */
async function anotherDatabase(): Promise<void> {
  const name = `other_${randomUUID().replaceAll('-', '')}`
  const here = databaseUrl()
  await closeDatabase()
  if (dialect === 'postgresql') {
    const admin = new pg.Client({ connectionString: here })
    await admin.connect()
    await admin.query(`CREATE DATABASE ${name}`)
    await admin.end()
  }
  process.env.DATABASE_URL = here.replace(/[^/]*$/, dialect === 'postgresql' ? name : `${name}.sqlite`)
  await migrate()
}

test('export into an empty database gives the same ranking, and exports to the same bytes', async () => {
  await loadFolder(FOLDER)
  await directly(async (tx) => {
    await tx.update(items).set({ state: 'withdrawn' }).where(eq(items.ref, '丙'))
    const [gone] = await tx.select().from(adoptions).where(eq(adoptions.publication, '省刊'))
    await tx
      .insert(adoptionRevocations)
      .values({ adoptionId: gone?.id ?? '', reason: '误', revokedBy: null, revokedAt: 1 })
  })
  const [before, first] = [await ranking(), await exportFiles(operator())]
  expect(first['items.csv']?.split('\n')[0]).toBe('ref,unit,title,body,submitted_at,author,phone,signer')
  expect(first['items.csv']).toContain(
    `'=甲,区财政局,'=HYPERLINK(1),"'+一\n\n二，""三""",2020-08-01T09:00:00.125+08:00,'@张三,'+86 28,''-李`,
  )
  expect(first['items.csv']).toContain(`'＝二,'＋,2020-07-01T08:00:00+08:00`)
  expect(first['items.csv']).not.toContain('丙')
  expect(first['adoptions.csv']).toBe(
    `item,kind,adopted_on,publication,issue_no\n'=甲,district_full,2020-09-30,每日要情,'-3\n乙,province,2020-09-30,,\n`,
  )
  expect(await loadFolder(first)).toMatchObject({ changed: 0 })

  await anotherDatabase()
  await loadFolder(first)
  expect(await ranking()).toEqual(before)
  expect(await exportFiles(operator())).toEqual(first)
})

test('rules that choose, added levels and shared adoptions go out and come back', async () => {
  await loadFolder({
    'rules.csv': [
      'category,valid_from,kind,points,source,choice',
      'department,2020Q3,joint,2,依据,fixed',
      'department,2020Q3,publication:每日要情,3,,',
      'department,2020Q3,国家级采用·信息,40,,',
      'department,2020Q4,publication:每日要情,0,,ended',
    ].join('\n'),
    'adoptions.csv': [
      'item,kind,adopted_on,publication,issue_no,sharers,shared_with',
      `'=甲,国家级采用·信息,2020-09-30,每日要情,,3,区发改局`,
      `乙,city_full,2020-09-30,,,2,区发改局`,
    ].join('\n'),
  })
  const [before, first] = [await ranking(), await exportFiles(operator())]
  expect(first['rules.csv']).toContain('department,2020Q4,publication:每日要情,0,,ended')
  expect(first['adoptions.csv']).toContain('乙,city_full,2020-09-30,,,2,区发改局')
  const shared = before.adoption.department?.find(({ unit }) => unit === '区发改局')
  // Of the item of 区财政局, three units: fixed 2; of the town's, two units: fixed 2 as well.
  expect(shared).toMatchObject({ extra: 4, points: 4, 国家级采用·信息: 0 })
  await anotherDatabase()
  await loadFolder(first)
  expect(await ranking()).toEqual(before)
  expect(await exportFiles(operator())).toEqual(first)
})
