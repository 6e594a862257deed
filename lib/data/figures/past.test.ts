import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { audit, pastFigures, pastQuarters } from '@/db/schema'
import { operator } from '@/lib/auth/viewer'
import { ImportRefused } from '@/lib/domain/base/import-refused'
import { golden2020Q3 } from '@/lib/domain/figures/golden/2020Q3'
import expected from '@/lib/domain/figures/golden/2020Q3-ranking.json'
import type { RawTable } from '@/lib/domain/figures/past'
import { rank, toGoldenJson } from '@/lib/domain/figures/ranking'
import { noticeAttachments } from '@/lib/domain/notices/tables'
import { USUAL_KEYS } from '@/lib/domain/office/testing'
import { can, type Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import { goldenFolder, loadFolder, NOW } from '@/lib/testing/transfer'
import { arrival, auditEntriesOf, refusal, someone } from '@/lib/testing/world'
import { quartersWithData, rankingOf, versionOf } from './figures'
import { importPast, type PastTables, pastQuartersOf } from './past'

const quarter = '2019Q3' as Quarter
const input = { quarter, source: '资雁府办发〔2019〕60号' }
let editor: Viewer

beforeAll(async () => {
  const { 'rules.csv': rules, ...folder } = goldenFolder()
  const dated = rules.map((line) => line.replace(/2020Q\d/, '2019Q1'))
  await loadFolder({ 'units.csv': folder['units.csv'], 'rules.csv': dated, 'targets.csv': folder['targets.csv'] })
  await loadFolder({ 'items.csv': folder['items.csv'].slice(0, 3) })
  editor = await someone('editor')
})

/** The four tables of 2020 Q3 as printed, a cell of them changed at will. */
function tables(change: (cells: string[], table: number) => string[] = (cells) => cells): RawTable[] {
  return noticeAttachments(rank(golden2020Q3))
    .flatMap((attachment) => attachment.tables)
    .map(({ title, head, rows }, table) => ({
      file: `${title}.csv`,
      rows: [head, ...rows.map(({ cells }) => change([...cells], table))].map((cells, i) => ({ line: i + 1, cells })),
    }))
}
const whole = (change?: Parameters<typeof tables>[0]): PastTables => ({ tables: tables(change), faults: [] })
const take = (given = whole(), over: Partial<typeof input> = {}, viewer: Viewer = editor) =>
  importPast(viewer, { ...input, ...over }, given, arrival(NOW))

const stored = async () => [await db().select().from(pastQuarters), await db().select().from(pastFigures)]
const byUnit = (rows: { unit: string; position: number }[]) =>
  Object.fromEntries(rows.map(({ position, ...row }) => [row.unit, row]))

describe('what may not be taken in', () => {
  test.each([
    ['a quarter that is not over', '2026Q4', '尚未结束'],
    ['a quarter with items of its own', '2020Q3', '该季度已有信息明细'],
    ['a quarter without rules', '2018Q4', '请先在“计分办法”中写入'],
  ])('%s', async (_, q, words) => {
    const refused = await refusal(take(whole(), { quarter: q as Quarter }))
    expect(refused).toMatchObject({ code: 'conflict', message: expect.stringContaining(words) })
  })

  test('files with any fault: all of them named, nothing written', async () => {
    const before = await stored()
    const entries = await auditEntriesOf(async () => {
      const wrong = take({
        ...whole((cells, table) => (cells[2] === '区财政局' ? cells.with(table === 0 ? 4 : 10, '7') : cells)),
        faults: [{ file: 'x.xlsx', line: 1, what: '文件', why: '读不出。' }],
      })
      const error = await wrong.catch((reason: unknown) => reason)
      if (!(error instanceof ImportRefused)) throw error
      expect(error.faults.map(({ what }) => what)).toEqual(['文件', '报送得分', '完成率', '总分'])
      throw error
    })
    expect([await stored(), entries]).toEqual([before, []])
  })

  test('no tables at all; and a file that can’t be read hides no other fault and misses no unit', async () => {
    expect(await refusal(take({ tables: [], faults: [] }))).toMatchObject({ code: 'invalid' })
    const unreadable = { file: 'x.xlsx', line: 1, what: '文件', why: '读不出。' }
    const error = await take({ tables: tables().slice(0, 3), faults: [unreadable] }).catch((reason: unknown) => reason)
    expect(error instanceof ImportRefused && error.faults).toEqual([unreadable])
  })

  test('anything from whom the policy keeps away', async () => {
    for (const role of ['clerk', 'signer', 'reader', 'system_admin', 'audit_admin'] as const) {
      const viewer = await someone(role)
      expect(can(viewer, 'past.import').allowed).toBe(false)
      expect(await refusal(take(whole(), {}, viewer))).toMatchObject({ code: 'forbidden' })
      expect(await refusal(pastQuartersOf(viewer))).toMatchObject({ code: 'forbidden' })
    }
  })
})

describe('the printed tables of a quarter, taken in as an old one', () => {
  test('rank as they were printed', async () => {
    const before = await versionOf(editor, quarter)
    expect(await take()).toEqual({ units: 57, items: 1386, changed: true })
    const actual = toGoldenJson(await rankingOf(editor, quarter))
    for (const table of ['submission', 'adoption'] as const) {
      for (const category of USUAL_KEYS) {
        expect(byUnit(actual[table][category] ?? [])).toEqual(byUnit(expected[table][category]))
      }
    }
    expect(actual.totals).toEqual(expected.totals)
    expect((await versionOf(editor, quarter)).seq).toBeGreaterThan(before.seq)
    expect(await quartersWithData(editor, NOW)).toContain(quarter)
    expect(await pastQuartersOf(operator())).toEqual([{ ...input, recordedAt: NOW, units: 57, items: 1386 }])
  })

  test('once more change nothing and leave no trace', async () => {
    const before = await stored()
    const entries = await auditEntriesOf(async () => {
      expect(await importPast(editor, input, whole(), arrival(NOW + 1000))).toMatchObject({ changed: false })
      expect(await take(whole(), {}, operator())).toMatchObject({ changed: false })
    })
    expect([await stored(), entries]).toEqual([before, []])
  })

  test('with other figures replace them, and the log knows of it without the text', async () => {
    // 13 → 14 items of a unit that has its full marks already.
    const more = whole((cells, table) =>
      table === 0 && cells[2] === '区财政局' ? cells.with(4, '14').with(6, '116.67%') : cells,
    )
    const [entry, ...none] = await auditEntriesOf(() => take(more, { source: '更正后的表' }))
    expect(none).toEqual([])
    expect(entry).toMatchObject({ verb: 'past.import', subject: quarter, figures: quarter, actor: editor.userId })
    expect(entry?.detail).not.toContain('更正后')
    expect((await rankingOf(editor, quarter)).totals.items).toBe(1387)
    expect(await take()).toMatchObject({ items: 1386, changed: true })
    expect(await db().select().from(pastFigures)).toHaveLength(57)
  })

  test('move no other quarter', async () => {
    const moved = await db().select({ verb: audit.verb, figures: audit.figures }).from(audit)
    const own = moved.filter(({ verb }) => verb === 'past.import').map(({ figures }) => figures)
    expect(new Set(own)).toEqual(new Set([quarter]))
    expect((await rankingOf(editor, '2020Q3' as Quarter)).totals.items).toBe(3)
  })

  test('take no items of that quarter any more: nobody would count them', async () => {
    const row = '2019-1,区财政局,样例,正文,2019-07-01T09:00:00+08:00,,,'
    await expect(loadFolder({ 'items.csv': [row] })).rejects.toThrow(ImportRefused)
  })
})
