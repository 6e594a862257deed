import { beforeAll, expect, test } from 'vitest'
import { operator } from '@/lib/auth/viewer'
import { faultLine, ImportRefused } from '@/lib/domain/base/import-refused'
import { auditHead, type Folder, HEADERS, loadFolder } from '@/lib/testing/transfer'
import { exportFiles } from './export'

beforeAll(async () => {
  await loadFolder({
    'units.csv': ['区财政局,department,财政局|区财政', '中和镇,town,'],
    'items.csv': ['旧1,中和镇,旧信息,正文,2020-08-01T09:00:00+08:00,,,'],
    'adoptions.csv': ['旧1,district_full,2020-08-05,,'],
  })
})

/** The faults of an import, as the shell prints them; it must have changed nothing. */
async function faultsOf(folder: Folder): Promise<string[]> {
  const head = await auditHead()
  const error = await loadFolder(folder).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(await auditHead()).toBe(head)
  if (!(error instanceof ImportRefused)) throw error ?? new Error('not refused')
  expect(error.code).toBe('invalid')
  return error.faults.map(faultLine)
}

const item = (over: { ref?: string; unit?: string; title?: string; body?: string; at?: string } = {}) => {
  const { ref = '新1', unit = '区财政局', title = '标题', body = '正文', at = '2020-08-01T09:00:00+08:00' } = over
  return `${ref},${unit},${title},${body},${at},,,`
}

/** A file of adoptions with the columns of those that several units share. */
const shared = (...rows: string[]) => [`${HEADERS['adoptions.csv']},sharers,shared_with`, ...rows].join('\n')
const STATIONS = Array.from({ length: 10 }, (_, i) => `样例${i + 1}站`)
const sharedWith = (others: number) => shared(`旧1,province,2020-09-01,,,,${STATIONS.slice(0, others).join('|')}`)

const CASES: [what: string, folder: Folder, faults: (string | RegExp)[]][] = [
  ['a missing column', { 'units.csv': 'name,category\n区财政局,department\n' }, [/^units.csv:1: 表头：缺少列 aliases/]],
  ['an unknown column', { 'units.csv': 'name,category,aliases,code\n' }, [/^units.csv:1: 表头：不认识的列 “code”/]],
  ['a column twice', { 'units.csv': 'name,category,aliases,name\n' }, [/^units.csv:1: 表头：重复的列 name/]],
  ['an empty file', { 'units.csv': '' }, [/^units.csv:1: 表头：文件是空的/]],
  ['GBK', { 'units.csv': new Uint8Array([0xc7, 0xf8, 0x0a]) }, [/^units.csv:1: 编码：.*CSV UTF-8/]],
  ['a cell too few', { 'units.csv': ['区发改局,department'] }, ['units.csv:2: 整行：有 2 列，应为 3 列']],
  ['an open quote', { 'units.csv': ['区发改局,department,', '"区教育局,department,'] }, [/^units.csv:3: 引号：/]],
  ['an unknown category', { 'units.csv': ['区发改局,bureau,'] }, [/^units.csv:2: 类别：没有“bureau”/]],
  ['an empty name', { 'units.csv': [',town,'] }, ['units.csv:2: 名称：请填写名称']],
  ['a name with |', { 'units.csv': ['甲|乙,town,'] }, [/^units.csv:2: 名称：名称中不能有“|”/]],
  [
    'a unit twice, once by its alias',
    { 'units.csv': ['区财政局,department,财政局', '财政局,department,'] },
    ['units.csv:3: 名称：“财政局”与第 2 行是同一单位'],
  ],
  [
    'a new unit twice',
    { 'units.csv': ['区发改局,department,', '区发改局,department,'] },
    ['units.csv:3: 名称：“区发改局”与第 2 行是同一单位'],
  ],
  [
    'a name that is another’s alias',
    { 'units.csv': ['区发改局,department,发改', '发改,department,'] },
    ['units.csv:3: 名称：“发改”已是“区发改局”（第 2 行）的别名'],
  ],
  [
    'an alias that is another’s name in the register',
    { 'units.csv': ['区发改局,department,中和镇'] },
    ['units.csv:2: 别名：“中和镇”已是“中和镇”的名称'],
  ],
  [
    'an alias of two units',
    { 'units.csv': ['区发改局,department,委局', '区经信局,department,委局'] },
    ['units.csv:3: 别名：“委局”已是“区发改局”（第 2 行）的别名'],
  ],
  ['an unknown quarter', { 'rules.csv': ['town,2020Q5,province,20,'] }, [/^rules.csv:2: 生效季度：“2020Q5”不是季度/]],
  ['an unknown kind of rule', { 'rules.csv': ['town,2020Q1,region,20,'] }, [/^rules.csv:2: 采用类别：没有“region”/]],
  ['points below 0', { 'rules.csv': ['town,2020Q1,province,-1,'] }, [/^rules.csv:2: 分值：“-1”无效/]],
  ['points with three decimals', { 'rules.csv': ['town,2020Q1,province,1.234,'] }, [/^rules.csv:2: 分值：/]],
  [
    'a rule twice',
    { 'rules.csv': ['town,2020Q1,province,20,', 'town,2020Q2,province,20,', 'town,2020Q1,province,30,'] },
    ['rules.csv:4: 计分办法：与第 2 行重复'],
  ],
  ['an unknown unit', { 'targets.csv': ['某某局,2020,12,24'] }, ['targets.csv:2: 单位：名册中没有“某某局”']],
  ['a target of 0', { 'targets.csv': ['区财政局,2020,0,24'] }, [/^targets.csv:2: 季度任务：“0”无效/]],
  ['a target of half an item', { 'targets.csv': ['区财政局,2020,12.5,24'] }, [/^targets.csv:2: 季度任务：/]],
  ['an annual target below 1', { 'targets.csv': ['区财政局,2020,12,0.99'] }, [/^targets.csv:2: 年度任务：/]],
  [
    'an annual target with three decimals',
    { 'targets.csv': ['区财政局,2020,12,1.005'] },
    [/^targets.csv:2: 年度任务：/],
  ],
  ['an impossible year', { 'targets.csv': ['区财政局,20,12,24'] }, [/^targets.csv:2: 年度：/]],
  [
    'a target twice, once by an alias',
    { 'targets.csv': ['区财政局,2020,12,24', '财政局,2020,12,24'] },
    ['targets.csv:3: 单位和年度：与第 2 行重复'],
  ],
  ['an empty ref', { 'items.csv': [item({ ref: '' })] }, ['items.csv:2: 编号：请填写编号']],
  [
    'an unknown unit of an item',
    { 'items.csv': [item({ unit: '某某局' })] },
    ['items.csv:2: 单位：名册中没有“某某局”'],
  ],
  ['a title too long', { 'items.csv': [item({ title: '题'.repeat(101) })] }, [/^items.csv:2: 标题：标题最多 100 字/]],
  [
    'a body too long',
    { 'items.csv': [item({ body: '文'.repeat(20_001) })] },
    [/^items.csv:2: 正文：正文最多 20000 字/],
  ],
  ['an empty body', { 'items.csv': [item({ body: '' })] }, ['items.csv:2: 正文：请填写正文']],
  ['a line break in a title', { 'items.csv': [item({ title: '"一\n二"' })] }, ['items.csv:2: 标题：标题不能换行']],
  [
    'a marking in a title',
    { 'items.csv': [item({ title: '机密★' })] },
    [/^items.csv:2: 标题：标题中有密级标志“机密★”/],
  ],
  ['a marking in a body', { 'items.csv': [item({ body: '文 绝 密☆10年' })] }, [/^items.csv:2: 正文：正文中有密级标志/]],
  ['a NUL', { 'items.csv': [item({ body: '文\u0000字' })] }, [/^items.csv:2: 正文：.*U\+0000/]],
  [
    'an instant without offset',
    { 'items.csv': [item({ at: '2020-08-01T09:00:00' })] },
    [/^items.csv:2: 报送时间：.*时区/],
  ],
  ['a day instead of an instant', { 'items.csv': [item({ at: '2020-08-01' })] }, [/^items.csv:2: 报送时间：/]],
  [
    'an instant on no day',
    { 'items.csv': [item({ at: '2020-02-30T09:00:00Z' })] },
    [/^items.csv:2: 报送时间：.*不存在/],
  ],
  ['hour 25', { 'items.csv': [item({ at: '2020-02-03T25:00:00Z' })] }, [/^items.csv:2: 报送时间：/]],
  [
    'an instant to come',
    { 'items.csv': [item({ at: '2026-11-20T10:00:01+08:00' })] },
    [/^items.csv:2: 报送时间：.*晚于现在/],
  ],
  [
    'the last century',
    { 'items.csv': [item({ at: '1999-12-31T23:59:59+08:00' })] },
    [/^items.csv:2: 报送时间：.*2000/],
  ],
  ['a ref twice', { 'items.csv': [item(), item({ ref: '新2' }), item()] }, ['items.csv:4: 编号：与第 2 行重复']],
  [
    'an item that would come after its adoption',
    { 'items.csv': ['旧1,中和镇,旧信息,正文,2020-08-06T00:00:00+08:00,,,'] },
    ['items.csv:2: 报送时间：晚于该信息已登记的采用（2020年8月5日）'],
  ],
  [
    'an unknown ref',
    { 'adoptions.csv': ['无,province,2020-09-01,,'] },
    ['adoptions.csv:2: 信息编号：没有编号为“无”的信息'],
  ],
  [
    'full marks as an adoption',
    { 'adoptions.csv': ['旧1,submission,2020-09-01,,'] },
    [/^adoptions.csv:2: 采用类别：没有“submission”/],
  ],
  [
    'a day that does not exist',
    { 'adoptions.csv': ['旧1,province,2020-09-31,,'] },
    [/^adoptions.csv:2: 采用日期：“2020-09-31”不是有效日期/],
  ],
  ['a day to come', { 'adoptions.csv': ['旧1,province,2026-11-21,,'] }, [/^adoptions.csv:2: 采用日期：.*晚于今天/]],
  [
    'an adoption before a stored item',
    { 'adoptions.csv': ['旧1,province,2020-07-31,,'] },
    ['adoptions.csv:2: 采用日期：早于信息的报送日期（2020年8月1日）'],
  ],
  [
    'an adoption before an item of the same folder, whose day is Shanghai’s',
    { 'items.csv': [item({ at: '2020-08-01T16:00:00Z' })], 'adoptions.csv': ['新1,province,2020-08-01,,'] },
    ['adoptions.csv:2: 采用日期：早于信息的报送日期（2020年8月2日）'],
  ],
  [
    'an adoption that eleven units share',
    { 'adoptions.csv': shared('旧1,province,2020-09-01,,,11,') },
    [/^adoptions.csv:2: 共享单位：.*平分得分，一条采用最多由 10 个单位共享，现为 11 个$/],
  ],
  [
    'an adoption whose names come to eleven units, the one that sent the item among them',
    { 'units.csv': STATIONS.map((name) => `${name},department,`), 'adoptions.csv': sharedWith(10) },
    [/^adoptions.csv:2: 共享单位：.*一条采用最多由 10 个单位共享，现为 11 个$/],
  ],
  [
    'two identical adoptions',
    { 'adoptions.csv': ['旧1,province,2020-09-01,省刊,3', '旧1,province,2020-09-01,省刊,3'] },
    ['adoptions.csv:3: 整行：与第 2 行重复'],
  ],
]

test.each(CASES)('%s', async (_, folder, expected) => {
  const faults = await faultsOf(folder)
  expect(faults).toHaveLength(expected.length)
  expected.forEach((line, i) => {
    if (typeof line === 'string') expect(faults[i]).toBe(line)
    else expect(faults[i]).toMatch(line)
  })
})

test('the line is where the row begins, whatever line ends and blank lines come before it', async () => {
  const body = [HEADERS['items.csv'], item({ ref: 'a', body: '"一\r\n二\r\n三"' }), '', item({ ref: 'b', unit: '无' })]
  expect(await faultsOf({ 'items.csv': body.join('\r\n') })).toEqual(['items.csv:6: 单位：名册中没有“无”'])
})

test('every fault of every file is named, and nobody is blamed for another row', async () => {
  const faults = await faultsOf({
    'units.csv': ['区发改局,bureau,', '区教育局,department,'],
    'targets.csv': ['区发改局,2020,12,24', '某某局,2020,0,0'],
    'items.csv': [item({ ref: 'x', unit: '区教育局', title: '' }), item({ ref: 'y', unit: '某某局' })],
    'adoptions.csv': ['x,province,2020-09-01,,', 'y,province,2020-09-01,,', 'z,province,2020-09-01,,'],
  })
  expect(faults.map((line) => line.split('：').slice(0, 2).join('：'))).toEqual([
    'units.csv:2: 类别：没有“bureau”，可用 department、town',
    'targets.csv:3: 季度任务：“0”无效，须是 1 以上的整数',
    'targets.csv:3: 年度任务：“0”无效，须是 1 以上的数字，最多两位小数',
    'items.csv:2: 标题：请填写标题',
    'items.csv:3: 单位：名册中没有“某某局”',
    'adoptions.csv:4: 信息编号：没有编号为“z”的信息',
  ])
})

test('a file that cannot be read puts no blame on those that refer to it', async () => {
  const faults = await faultsOf({ 'units.csv': 'nonsense\n', 'targets.csv': ['区发改局,2020,12,24'] })
  expect(faults.every((line) => line.startsWith('units.csv:1: 表头'))).toBe(true)
})

test('after all these refusals there is what there was', async () => {
  const files = await exportFiles(operator())
  expect(files['units.csv']).toBe('name,category,aliases\n区财政局,department,区财政|财政局\n中和镇,town,\n')
  expect(files['items.csv']?.split('\n')).toHaveLength(3)
})

test('ten units may share an adoption, be it their number that is given or their names', async () => {
  await loadFolder({ 'units.csv': STATIONS.map((name) => `${name},department,`) })
  const ten = shared('旧1,province,2020-09-01,,,10,', `旧1,city_full,2020-09-02,,,,${STATIONS.slice(0, 9).join('|')}`)
  expect(await loadFolder({ 'adoptions.csv': ten })).toMatchObject({ changed: 2, unchanged: 0 })
  const rows = (await exportFiles(operator()))['adoptions.csv']?.match(/^旧1,(province|city_full).*,10,/gm)
  expect(rows).toHaveLength(2)
})
