import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { z } from 'zod'
import { gradeAllSchema, jointSchema, undoSchema } from './adoptions'
import { checkSchema, verifySchema } from './checking'
import { askSchema, focusSchema } from './commissions'
import { reasonSchema } from './desk'
import { pickSchema, publicationSchema, releaseSchema, startEditionSchema } from './editions'
import { pastFormSchema } from './figures'
import { instructionSchema, notUsedSchema, sendBackSchema } from './items'
import { editSchema, headSchema, houseSchema, namesSchema, openDraftSchema } from './notices'
import { addAccountSchema, changePasswordSchema } from './people'
import { chosenItems, gradeTextSchema, mergeSchema } from './texts'
import { postSchema, receiveSchema } from './upper'

const files = (...sizes: number[]) =>
  sizes.map((size, i) => Object.defineProperty(new File([], `${i}.xlsx`), 'size', { value: size }))
const MB = 1024 * 1024

const id = { id: 'i', version: '1' }
const source = { adoptedOn: '2020-09-30', publication: '', issueNo: '' }
/** Each form as somebody fills it in rightly. */
const FORMS = {
  gradeAll: [gradeAllSchema, { items: 'a:2,b:', forwarded: 'on', ...source }],
  gradeText: [gradeTextSchema, { id: 'i', sharers: '2', city_full: 'on', ...source }],
  check: [checkSchema, { text: '关于情况的通报' }],
  verify: [verifySchema, { code: ' 7F3K-9Q2M-4T ' }],
  ask: [askSchema, { topic: '样例', words: '样例。', day: '2026-02-20', time: '18:00', 'unit-a': 'on' }],
  focus: [focusSchema, { week: '2026-02-16', words: '样例。' }],
  reason: [reasonSchema, { verb: 'send_back', words: '要素不全', position: '3' }],
  publication: [publicationSchema, { name: '每日要情', kind: 'district_full', issuer: '办公室', position: '1' }],
  startEdition: [startEditionSchema, { publicationId: 'p', day: '2026-02-20' }],
  pick: [pickSchema, { ...id, 'item-a': 'on', 'text-b': 'on' }],
  past: [pastFormSchema, { quarter: '2019Q3', source: '某号文', files: files(MB) }],
  sendBack: [sendBackSchema, { ...id, reasonId: '', reason: '要素不全' }],
  notUsed: [notUsedSchema, { ...id, reasonId: 'r', reason: '' }],
  instruction: [instructionSchema, { id: 'i', level: 'city', givenOn: '2020-09-30', words: '请办。', feedbackDue: '' }],
  openDraft: [openDraftSchema, { quarter: '2026Q1', corrects: 'n', reason: '重复登记' }],
  house: [
    houseSchema,
    {
      ...{ issuer: '办公室', word: '雁府办发', title: '关于情况的通报', mark: '', day: '12', addressees: '各单位：' },
      ...{ submissionName: '报送统计表', adoptionName: '采用统计表', copies: '', imprintOffice: '' },
    },
  ],
  head: [
    headSchema,
    {
      ...{ ...id, number: '雁府办发〔2026〕7号', issuer: '办公室', addressees: '各单位：', date: '2026-04-12' },
      ...{ copies: '', docOnTargets: '', imprintDate: '' },
    },
  ],
  edit: [editSchema, { ...id, block: 'opening', verb: 'write', text: '样例。' }],
  password: [changePasswordSchema, { current: 'a', password: 'b', again: 'b' }],
  account: [addAccountSchema, { login: ' Zhang.San ', name: '张三', role: 'editor' }],
  merge: [mergeSchema, { title: '样例', items: '2026Q1-0001、 2026Q1-0002' }],
  receive: [receiveSchema, { name: '五月清单', kind: 'city_full', text: '样例' }],
  post: [postSchema, { listId: 'l', 'tick-a': 'on' }],
} as const satisfies Record<string, readonly [z.ZodType, Record<string, unknown>]>

const parsed = (form: keyof typeof FORMS, over: Record<string, unknown> = {}) => {
  const [schema, fields] = FORMS[form]
  const given = Object.entries({ ...fields, ...over }).filter(([, value]) => value !== undefined)
  return schema.safeParse(Object.fromEntries(given))
}

test.each(Object.keys(FORMS) as (keyof typeof FORMS)[])('%s is taken as it should be filled in', (form) => {
  expect(parsed(form).error?.issues).toBeUndefined()
})

test.each<[keyof typeof FORMS, Record<string, unknown>]>([
  ['check', { text: '', files: files(3_500_000) }],
  ['verify', { files: files(3_500_000) }],
  ['past', { files: files(2 * MB, 1.5 * MB) }],
  ['sendBack', { reasonId: 'r', reason: '' }],
  ['openDraft', { corrects: '', reason: '' }],
  ['head', { number: '' }],
  ['edit', { verb: 'restore', text: '' }],
  ['receive', { text: '', files: files(1, 1, 1, 1) }],
])('%s with %o is taken as well', (form, given) => {
  expect(parsed(form, given).error?.issues).toBeUndefined()
})

test.each<[keyof typeof FORMS, Record<string, unknown>, field: string, words: string]>([
  ['gradeAll', { adoptedOn: '' }, 'adoptedOn', '请填写采用日期'],
  ['gradeAll', { adoptedOn: '2020-09-31' }, 'adoptedOn', '2020-09-30'],
  ['gradeAll', { items: '' }, 'items', '请选择 1 至 100 条'],
  ['gradeAll', { forwarded: '' }, 'kinds', '请选择采用类别'],
  ['gradeText', { city_full: 'off' }, 'kinds', '请选择采用类别'],
  ['check', { text: ' \n' }, 'files', '请选择文件，或者粘贴全文'],
  ['check', { files: files(3_500_001) }, 'files', '不能超过 3.5 MB'],
  ['check', { files: files(...Array(33).fill(1)) }, 'files', '最多核对 32 个'],
  ['verify', { code: '  ' }, 'code', '请填写校验码'],
  ['verify', { files: files(1, 1) }, 'files', '只选一个文件'],
  ['verify', { files: files(3_500_001) }, 'files', '不能超过 3.5 MB'],
  ['ask', { day: '2026-02-30' }, 'day', '请填写截止日期'],
  ['ask', { time: '24:00' }, 'time', '18:00'],
  ['focus', { week: '2026-02-17' }, 'week', '请选择一周'],
  ['focus', { week: '2026-02-31' }, 'week', '请选择一周'],
  ['reason', { position: '100' }, 'position', '1 至 99'],
  ['publication', { kind: 'nothing' }, 'kind', '请选择采用类别'],
  ['publication', { position: '0' }, 'position', '1 至 99'],
  ['startEdition', { day: '1999-09-30' }, 'day', '2026-09-30'],
  ['startEdition', { day: '2026-02-30' }, 'day', '2026-09-30'],
  [
    'pick',
    { 'item-a': undefined, 'item-../x': 'on', 'text-b': undefined, ...over(61, 'item-') },
    'ticks',
    '最多编入 60',
  ],
  ['pick', { 'item-a': undefined, 'text-b': undefined }, 'ticks', '没有勾选'],
  ['past', { files: files(2 * MB + 1) }, 'files', '单个文件不能超过 2 MB'],
  ['past', { files: files(2 * MB, 1.5 * MB + 1) }, 'files', '合计不能超过 3.5 MB'],
  ['past', { files: files(...Array(33).fill(1)) }, 'files', '最多 32 个文件'],
  ['sendBack', { reason: '' }, 'reason', '请填写退回原因'],
  ['notUsed', { reasonId: '' }, 'reasonId', '请选择原因'],
  ['instruction', { feedbackDue: '月底' }, 'feedbackDue', '不是有效日期'],
  ['openDraft', { reason: '' }, 'reason', '请填写更正原因'],
  ['openDraft', { quarter: '2026Q5' }, 'quarter', '季度无效'],
  ['house', { title: '关于情况的报告' }, 'title', '以“通报”结尾'],
  ['house', { word: '雁府办发〔2026〕' }, 'word', '不写年份和序号'],
  ['house', { submissionName: '统计表' }, 'submissionName', '须含“报送”二字'],
  ['house', { adoptionName: '采用情况' }, 'adoptionName', '以“表”结尾'],
  ['house', { day: '29' }, 'day', '1 至 28'],
  ['house', { addressees: '各单位:' }, 'addressees', '全角冒号'],
  ['head', { number: '雁府办发(2026)7号' }, 'number', '六角括号'],
  ['head', { addressees: '' }, 'addressees', '请填写主送机关'],
  ['head', { date: '2026-04-31' }, 'date', '不是有效日期'],
  ['head', { imprintDate: '2026-04-31' }, 'imprintDate', ''],
  ['edit', { text: '' }, 'text', '请填写段落文字'],
  ['password', { again: 'c' }, 'again', '不一致'],
  ['password', { password: '', again: '' }, 'password', '请填写新密码'],
  ['account', { login: '张三' }, 'login', '以字母开头'],
  ['account', { login: 'zs' }, 'login', '3 至 32'],
  ['account', { login: 'zhang san' }, 'login', '3 至 32'],
  ['account', { role: 'operator' }, 'role', '请选择角色'],
  ['receive', { text: '' }, 'text', '请粘贴清单'],
  ['receive', { files: files(1, 1, 1, 1, 1) }, 'files', '最多 4 个文件'],
  ['post', { 'tick-a': undefined, 'kit-b': 'on' }, 'ticks', '没有勾选'],
])('%s with %o is said at %s: %s', (form, given, field, words) => {
  const issues = parsed(form, given).error?.issues ?? []
  expect(issues.map(({ path }) => path.join('.'))).toEqual([field])
  expect(issues[0]?.message).toContain(words)
})

function over(n: number, prefix: string): Record<string, string> {
  return Object.fromEntries(Array.from({ length: n }, (_, i) => [`${prefix}${i}`, 'on']))
}

test('a day is no later than today, as it is in Shanghai', () => {
  onTestFinished(() => void vi.useRealTimers())
  vi.useFakeTimers({ now: Date.parse('2020-09-30T23:30:00+08:00') })
  const fault = (adoptedOn: string) => parsed('gradeAll', { adoptedOn }).error?.issues[0]?.message
  expect([fault('2020-09-30'), fault('2020-10-01')]).toEqual([undefined, '采用日期不能晚于今天。'])
  vi.setSystemTime(Date.parse('2020-10-01T00:00:00+08:00'))
  expect(fault('2020-10-01')).toBeUndefined()
})

test('a text is bounded, stands on one line where it is a line, and bears no marking', () => {
  const fault = (words: string) => parsed('ask', { topic: words }).error?.issues[0]?.message
  expect(fault('题'.repeat(60))).toBeUndefined()
  expect(fault('题'.repeat(61))).toBe('约稿主题最多 60 字，现有 61 字。')
  expect(fault('一\n二')).toBe('约稿主题不能换行。')
  expect(fault('机密★样例')).toContain('密级标志')
  expect(fault(' ')).toBe('请填写约稿主题。')
  expect(parsed('ask', { topic: undefined }).error?.issues[0]?.message).toBe('请填写约稿主题。')
})

test('who is named in a list: as usual, all, the first or last so many, or those ticked, in the order of ticking', () => {
  const pick = (given: Record<string, string>) => namesSchema.parse({ ...id, list: '部门', ...given }).pick
  expect(pick({ how: 'usual', 'unit-a': 'on' })).toBeNull()
  expect(pick({ how: 'hand' })).toBeNull()
  expect(pick({ how: 'all', n: '2' })).toEqual({ how: 'all' })
  expect(pick({ how: 'first' })).toEqual({ how: 'first', n: 3 })
  expect(pick({ how: 'last', n: '2' })).toEqual({ how: 'last', n: 2 })
  const ticked = { how: 'hand', 'unit-a': 'on', 'unit-b': 'on', 'unit-c': 'on' }
  expect(pick({ ...ticked, sequence: 'c,x,a,c', order: 'ticked' })).toEqual({
    ...{ how: 'hand', order: 'ticked' },
    units: ['c', 'a', 'b'],
  })
  expect(pick(ticked)).toEqual({ how: 'hand', order: 'table', units: ['a', 'b', 'c'] })
  expect(namesSchema.safeParse({ ...id, list: '部门', how: 'first', n: '0' }).error?.issues[0]?.message).toContain(
    '一名',
  )
})

describe('what a form leaves to be read', () => {
  test('items, kinds, units and names: each once, and nothing that is none', () => {
    expect(parsed('gradeAll', { items: 'a:2,b:,a:3', nothing: 'on' }).data).toMatchObject({
      items: [
        { id: 'a', seen: 3 },
        { id: 'b', seen: null },
      ],
      kinds: ['forwarded'],
    })
    expect(undoSchema.parse({ adoptions: 'a,b,a', proposals: '' })).toEqual({ adoptions: ['a', 'b'], proposals: [] })
    expect(jointSchema.parse({ ...id, units: '甲局、乙局\n甲局， 丙镇' }).units).toEqual(['甲局', '乙局', '丙镇'])
    expect(parsed('merge').data).toMatchObject({ items: ['2026Q1-0001', '2026Q1-0002'] })
    expect(chosenItems('a,../b,a,c')).toEqual(['a', 'c'])
    expect(chosenItems(undefined)).toEqual([])
    expect(parsed('ask', { 'all-town': 'on', 'all-../': 'on' }).data).toMatchObject({
      units: ['a'],
      categories: ['town'],
    })
    expect(parsed('pick', { 'item-../x': 'on' }).data).toMatchObject({ items: ['a'], texts: ['b'] })
    expect(releaseSchema.parse({ ...id, 'another-t': 'on' })).toMatchObject({ id: 'i', version: 1, another: ['t'] })
    expect(parsed('account').data).toMatchObject({ login: 'zhang.san', unit: '', mayRelease: '', mayIssue: '' })
    expect(parsed('verify').data).toMatchObject({ code: '7F3K-9Q2M-4T', files: [] })
  })
})

test('the number of a notice may be typed in full width', () => {
  expect(parsed('head', { number: '雁府办发〔２０２０〕６７号' }).data).toMatchObject({
    number: '雁府办发〔2020〕67号',
  })
})
