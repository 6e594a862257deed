import { describe, expect, test } from 'vitest'
import { golden2020Q3 } from '@/lib/domain/figures/golden/2020Q3'
import { notice2020Q3 } from '@/lib/domain/figures/golden/2020Q3-notice'
import { printed2020Q3 } from '@/lib/domain/figures/golden/2020Q3-printed'
import { rankSpan } from '@/lib/domain/figures/ranking'
import { USUAL_CATEGORIES } from '@/lib/domain/office/category'
import { craftedFiles, PLAIN } from '../base/crafted.testing'
import { craftedZip } from '../base/zip.testing'
import { READING } from './limits'
import { workFor } from './pool'

const utf8 = (text: string) => new TextEncoder().encode(text)
const small = { name: 'a.csv', bytes: utf8('单位,数\n甲局,1\n') }
const heavy = {
  name: 'a.docx',
  bytes:
    craftedFiles()
      .find(({ name }) => name === 'runs.docx')
      ?.bytes() ?? utf8(''),
}

/** One process, with time and room for whatever machine this is: nothing here waits for a clock but what says so. */
const PATIENT = { ...READING, name: 'patient', processes: 1, waiting: 2, ofPerson: 1, ms: 300_000, patienceMs: 300_000 }
const ROOM = { memory: 1024 ** 3, heap: 800 * 1024 ** 2 }
const of = (person: string) => workFor(person, { ...PATIENT, ...ROOM })
const ours = of('甲')

const refused = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string; message: string; fields: Record<string, string> }) => error,
  )

describe('a process apart', () => {
  test('gives back what the same work would have given here', async () => {
    const notice = { name: '通报.txt', bytes: utf8(printed2020Q3()) }
    const [checked] = await ours('checkFiles', [notice], [], {
      register: [],
      categories: USUAL_CATEGORIES,
      issued: [],
    })
    expect(checked?.report.faults.length).toBeGreaterThan(3)
    const workbook = await ours('rankingXlsx', '排名', rankSpan([golden2020Q3]))
    expect((await ours('tablesIn', [{ name: 'a.xlsx', bytes: workbook }])).tables).toHaveLength(5)
    expect((await ours('docxOf', notice2020Q3())).length).toBeGreaterThan(10_000)
    const attached = await ours('attachmentsIn', [{ name: 'a.docx', bytes: craftedZip(PLAIN.docx()) }])
    expect(attached).toMatchObject([{ name: 'a.docx', text: expect.stringContaining('通报'), at: 0 }])
  })

  test('leaves the server free while it works', async () => {
    const order: string[] = []
    const work = refused(ours('listsIn', [heavy], '')).then(() => order.push('work'))
    await new Promise((free) => setTimeout(free, 0)).then(() => order.push('server'))
    await work
    expect(order).toEqual(['server', 'work'])
  })

  test('hands on what the work refuses, as the same fault', async () => {
    const fault = await refused(ours('attachmentsIn', [{ name: 'a.png', bytes: utf8('x') }]))
    expect(fault).toMatchObject({ name: 'Fault', code: 'invalid' })
    expect(fault?.fields.attachments).toContain('不是完好的')
  })

  test('has room for so many who wait, and for less of one person', async () => {
    const work = ['甲', '甲', '甲', '乙', '丙'].map((person) => refused(of(person)('tablesIn', [small])))
    const codes = (await Promise.all(work)).map((fault) => fault?.code ?? null)
    expect(codes).toEqual([null, null, 'throttled', null, 'busy'])
    expect(await refused(of('丙')('tablesIn', [small]))).toBeNull()
  })
})

describe('a limit that is met is said in words', () => {
  test('that of time', async () => {
    const hurried = workFor('甲', { ...PATIENT, ...ROOM, name: 'hurried', ms: 1 })
    const fault = await refused(hurried('listsIn', [heavy], ''))
    expect(fault?.code).toBe('invalid')
    expect(fault?.message).toContain('已经停止')
  })

  test('that of memory', async () => {
    const narrow = workFor('甲', { ...PATIENT, ...ROOM, name: 'narrow', memory: 1 })
    const fault = await refused(narrow('listsIn', [heavy], ''))
    expect(fault?.code).toBe('invalid')
    expect(fault?.message).toContain('内存')
  })
})
