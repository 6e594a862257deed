import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { checkNotice } from '@/lib/domain/checking/consistency'
import { golden2020Q3 } from '@/lib/domain/figures/golden/2020Q3'
import { rank } from '@/lib/domain/figures/ranking'
import { compose } from '@/lib/domain/notices/notice'
import { noticeText } from '@/lib/domain/notices/text'
import { goldenFolder, loadFolder } from '@/lib/testing/transfer'
import { someone } from '@/lib/testing/world'
import { checkText } from './checking'
import { registerIn } from './inner/report'

/** A notice beside what the portal holds of its quarter. */
const options = { issuer: '雁江区人民政府办公室', number: '雁府办发〔2020〕67号', date: '2020-10-12', portal: '雁信' }
const text = noticeText(compose(rank(golden2020Q3), options))

beforeAll(async () => {
  await loadFolder(goldenFolder())
})

async function told(printed: string, system = true) {
  const editor = await someone('editor')
  const known = await registerIn(db())
  const [checked] = await checkText(editor, { system }, async () => [
    { name: '通报', report: checkNotice(printed, known) },
  ])
  return checked?.report
}

test('what the portal holds itself is no fault, and the report keeps nothing for itself', async () => {
  const report = await told(text)
  expect(report?.faults).toEqual([])
  expect(report).not.toHaveProperty('stated')
})

test('a target, a count and points that are right among themselves and not here are told apart', async () => {
  // A third of twelve as well as of eighteen: nothing in the row contradicts it.
  const target = text.replace('38\t37\t区工管委\t18\t6\t1.67\t33.33%', '38\t37\t区工管委\t12\t4\t1.67\t33.33%')
  expect(target).not.toBe(text)
  const report = await told(target)
  expect(
    report?.faults
      .filter(({ kind }) => kind === 'system')
      .map(({ place, printed, expected }) => [place, printed, expected]),
  ).toEqual([
    ['附件1 区级部门报送统计表 第38行（区工管委） 报送任务', '12', '18'],
    ['附件1 区级部门报送统计表 第38行（区工管委） 报送条数', '4', '6'],
  ])
  expect((await told(target, false))?.faults.some(({ kind }) => kind === 'system')).toBe(false)
})

test('of a quarter that is not held here, targets and points alone are asked', async () => {
  const other = text.replaceAll('2020年三季度', '2020年二季度').replaceAll('三季度', '二季度')
  expect((await told(other))?.faults.filter(({ kind }) => kind === 'system')).toEqual([])
})
