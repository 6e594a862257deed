import { afterEach, describe, expect, test } from 'vitest'
import { categories, rules, unitAliases, units } from '@/db/schema'
import { operator } from '@/lib/auth/viewer'
import { ImportRefused } from '@/lib/domain/base/import-refused'
import { type CategoryRow, USUAL_CATEGORIES } from '@/lib/domain/office/category'
import { SEVEN_CATEGORIES, SOME_CATEGORIES } from '@/lib/domain/office/testing'
import { auditHead, loadFolder } from '@/lib/testing/transfer'
import { auditEntriesOf, directly } from '@/lib/testing/world'
import { categoriesFor } from '../office/categories'
import { register } from '../office/register'
import { exportFiles } from './export'

const lineOf = ({ key, name, title, words, aliases, validFrom }: CategoryRow) =>
  [key, name, title, words, aliases.join('|'), validFrom ?? ''].join(',')
const now = () => categoriesFor(operator())
const keys = async () => (await now()).map(({ key }) => key)
const faultsOf = async (rows: readonly string[]) => {
  const error = await loadFolder({ 'categories.csv': rows }).catch((reason: unknown) => reason)
  if (!(error instanceof ImportRefused)) throw error
  return error.faults.map(({ line, what, why }) => `${line}: ${what}：${why}`)
}

/** As a fresh database has it. */
afterEach(() =>
  directly(async (tx) => {
    for (const all of [rules, unitAliases, units, categories]) await tx.delete(all)
    await tx
      .insert(categories)
      .values(USUAL_CATEGORIES.map((row) => ({ ...row, aliases: JSON.stringify(row.aliases) })))
  }),
)

test('without the file there are the usual two', async () => {
  await loadFolder({ 'units.csv': ['区财政局,department,', '中和镇,town,'] })
  expect(await now()).toEqual(USUAL_CATEGORIES)
})

describe.each(SOME_CATEGORIES.map((rows) => [rows.map(({ key }) => key).join(' '), rows] as const))(
  'an office with %s',
  (_, rows) => {
    const folder = {
      'categories.csv': rows.map(lineOf),
      'units.csv': rows.map(({ key }, i) => `样例${i + 1}单位,${key},`),
      'rules.csv': rows.map(({ key }) => `${key},2020Q1,province,20,`),
    }

    test('takes its categories with what is of them, in their order, and the same again changes nothing', async () => {
      const entries = await auditEntriesOf(() => loadFolder(folder))
      expect(entries.map(({ verb, figures }) => [verb, figures])).toEqual([['data.import', 'all']])
      const places = rows.map((row, i) => ({ ...row, position: i + 1 }))
      expect(await now()).toEqual(places)
      expect((await register(operator())).map(({ category }) => category)).toEqual(rows.map(({ key }) => key))
      const head = await auditHead()
      expect(await loadFolder(folder)).toMatchObject({ changed: 0 })
      expect(await auditHead()).toBe(head)
    })

    test('gives them back byte for byte', async () => {
      await loadFolder(folder)
      const files = await exportFiles(operator())
      expect(files['categories.csv']).toBe(`key,name,title,words,aliases,valid_from\n${rows.map(lineOf).join('\n')}\n`)
      expect(await loadFolder(files)).toMatchObject({ changed: 0 })
      await directly(async (tx) => {
        for (const all of [rules, units]) await tx.delete(all)
      })
      await loadFolder(files)
      expect(await exportFiles(operator())).toEqual(files)
    })
  },
)

test('one that the file leaves out goes when nothing is of it, and stays behind the others when something is', async () => {
  await loadFolder({ 'units.csv': ['中和镇,town,'] })
  await loadFolder({ 'categories.csv': ['park,园区,园区,,,'] })
  expect(await keys()).toEqual(['park', 'town'])
})

test('a row under a known key changes it; words left empty are the name', async () => {
  await loadFolder({ 'categories.csv': ['town,乡镇,各乡镇,,,2026Q1', 'department,部门,区级部门,部门,,'] })
  expect(await now()).toMatchObject([
    { key: 'town', name: '乡镇', title: '各乡镇', words: '乡镇', aliases: [], validFrom: '2026Q1', position: 1 },
    { key: 'department', position: 2 },
  ])
})

test.each<[string, string[], string[]]>([
  ['a key in capitals', ['Park,园区,园区,,,'], ['2: 代码：没有“Park”，可用 小写字母开头的字母、数字、下划线。']],
  ['a key twice', ['park,园区,园区,,,', 'park,国企,国企,,,'], ['3: 代码：与第 2 行重复。']],
  ['a word of two', ['park,园区,园区,,,', 'zone,开发区,开发区,,园区,'], ['3: 名称：“园区”与第 2 行的类别重复。']],
  ['no name', ['park,,园区,,,'], ['2: 名称：请填写名称。']],
  ['no quarter', ['park,园区,园区,,,2026'], ['2: 生效季度：“2026”不是季度，请写成 2020Q3。']],
])('%s is refused', async (_, rows, expected) => {
  expect(await faultsOf(rows)).toEqual(expected)
  expect(await now()).toEqual(USUAL_CATEGORIES)
})

test('a unit or a rule of a category that there will not be is refused, with those that there will', async () => {
  const error = await loadFolder({
    'categories.csv': SEVEN_CATEGORIES.slice(0, 1).map(lineOf),
    'units.csv': ['中和镇,town,'],
    'rules.csv': ['town,2020Q1,province,20,'],
  }).catch((reason: unknown) => reason)
  expect((error as ImportRefused).faults).toMatchObject([
    { file: 'units.csv', line: 2, what: '类别', why: '没有“town”，可用 department。' },
    { file: 'rules.csv', line: 2, what: '类别', why: '没有“town”，可用 department。' },
  ])
})

test('where the file cannot be read, nobody is blamed for a category', async () => {
  const error = await loadFolder({ 'categories.csv': 'nonsense\n', 'units.csv': ['样例园,park,'] }).catch(
    (reason: unknown) => reason,
  )
  expect(new Set((error as ImportRefused).faults.map(({ file }) => file))).toEqual(new Set(['categories.csv']))
})
