import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { COMMANDS } from '@/cli/commands'
import { commandLine } from '@/cli/shell/testing'
import { FILE_NAMES } from '@/lib/data/transfer/files'
import { goldenFolder, HEADERS } from '@/lib/testing/transfer'

const directory = await mkdtemp(join(tmpdir(), 'yanxin-cli-'))
afterAll(() => rm(directory, { recursive: true, force: true }))

const yanxin = (...line: string[]) => commandLine(COMMANDS, directory, line)

const write = (name: string, rows: readonly string[]) =>
  writeFile(join(directory, name), `${[HEADERS[name as keyof typeof HEADERS], ...rows].join('\n')}\n`)

test('a folder is imported, ranked, announced and exported', async () => {
  for (const [name, rows] of Object.entries(goldenFolder())) await write(name, rows)
  await writeFile(join(directory, 'notes.csv'), 'a,b\n')
  const imported = await yanxin('import', '.')
  expect(imported).toMatchObject({ code: 0, err: ['提示：未导入 notes.csv，不在可导入的文件之列。'] })
  expect(imported.out).toMatch(/^已导入：新增或更新 \d+ 行，未变 0 行。\n$/)

  const ranking = await yanxin('ranking', '2020Q3')
  expect(ranking).toMatchObject({ code: 0, err: [] })
  expect(JSON.parse(ranking.out)).toMatchObject({ quarter: '2020Q3', totals: { units: 57, items: 1386, district: 81 } })
  const notice = await yanxin('notice', '2020Q3')
  expect(notice.out).toMatch(
    /^送审稿，未印发\n\n雁江区人民政府办公室文件\n.*\n\n雁江区人民政府办公室关于2020年三季度.*\n[\s\S]*2020年10月12日\n/,
  )

  expect(await yanxin('export', 'out')).toMatchObject({ code: 0, err: [] })
  expect((await readdir(join(directory, 'out'))).sort()).toEqual([...FILE_NAMES].sort())
  const items = await readFile(join(directory, 'out/items.csv'))
  expect(await yanxin('import', 'out')).toMatchObject({ code: 0, out: expect.stringContaining('更新 0 行') })
  expect(await yanxin('export', 'out')).toMatchObject({ code: 0 })
  expect(await readFile(join(directory, 'out/items.csv'))).toEqual(items)
})

test('a quarter that nobody has data for is still JSON', async () => {
  const { code, out } = await yanxin('ranking', '2031Q1')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ quarter: '2031Q1', totals: { items: 0 } })
})

test('every bad row is one line on stderr', async () => {
  await write('targets.csv', ['某某局,2020,12,24', '区财政局,2020,0,24'])
  const { code, out, err } = await yanxin('import', '.')
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err.filter((line) => !line.startsWith('提示'))).toEqual([
    'targets.csv:2: 单位：名册中没有“某某局”',
    'targets.csv:3: 季度任务：“0”无效，须是 1 以上的整数',
  ])
})

test('an export does not go where other files are', async () => {
  expect(await yanxin('export', '.')).toMatchObject({ code: 1, err: [expect.stringContaining('notes.csv')] })
  expect(await yanxin('export', 'notes.csv')).toMatchObject({ code: 1, err: ['“notes.csv”不是目录。'] })
})

test('the shell makes an administrator that the office lacks; every other account it only proposes', async () => {
  const admin = ['account', 'add', '--login', 'wang', '--name', '王某', '--role', '系统管理员']
  expect(await yanxin(...admin)).toMatchObject({
    code: 0,
    err: [],
    out: expect.stringMatching(/^登录名：wang\n初始密码：\S{19}\n$/),
  })
  expect(await yanxin(...admin)).toMatchObject({ code: 1, err: ['登录名“wang”已被使用，请换一个。'] })
  const clerk = ['account', 'add', '--login', 'lijb', '--name', '李某', '--role', '经办']
  expect(await yanxin(...clerk)).toMatchObject({ code: 1, err: ['该角色须指定所属单位。'] })
  const proposed = (login: string) => ({ code: 0, err: [], out: expect.stringMatching(`^已提出关于“${login}”的申请`) })
  expect(await yanxin(...clerk, '--unit', '区财政局')).toMatchObject(proposed('lijb'))
  expect(await yanxin('account', 'count')).toEqual({ code: 0, out: '1\n', err: [] })
  expect(await yanxin('account', 'reset', 'wang')).toMatchObject(proposed('wang'))
  expect(await yanxin('account', 'reset', 'li')).toMatchObject({ code: 1, err: ['没有登录名为“li”的账号。'] })
  expect((await yanxin('account', 'add', '--login', 'X!')).err).toHaveLength(3)
})

test.each([
  [[], '缺少命令'],
  [['fly'], '没有命令“fly”'],
  [['import'], '缺少参数；用法：npm run -s yanxin -- import DIR'],
  [['import', 'a', 'b'], '参数过多'],
  [['import', '--force', 'a'], '没有选项“--force”'],
  [['ranking', '2020Q5'], '“2020Q5”不是季度'],
  [['account', 'drop'], '没有“account drop”'],
  [['account', 'count', 'x'], '之后不应有“x”'],
  [['account', 'reset'], '用法：account reset 登录名'],
  [['account', 'add', '--login'], '选项用法不对'],
])('%j is typed wrongly: one line, exit code 2', async (line, message) => {
  expect(await yanxin(...line)).toEqual({ code: 2, out: '', err: [expect.stringContaining(message)] })
})

test.each([
  [['import', 'nowhere'], '没有目录“nowhere”'],
  [['import', 'empty'], '没有目录'],
])('%j is refused', async (line, m) => {
  expect(await yanxin(...line)).toEqual({ code: 1, out: '', err: [expect.stringContaining(m)] })
})

test('every command explains itself', async () => {
  const overview = await yanxin('--help')
  for (const { name } of COMMANDS) {
    expect(overview.out).toContain(name)
    expect(await yanxin(name, '--help')).toMatchObject({ code: 0, err: [], out: expect.stringContaining('用法：') })
  }
})

test('the sample is never laid over an office’s data', async () => {
  expect(await yanxin('demo-check')).toEqual({ code: 0, out: '', err: [] })
  expect(await yanxin('demo-load')).toMatchObject({ code: 1, err: [expect.stringContaining('npm run demo')] })
  process.env.YANXIN_DEMO = '1'
  try {
    expect(await yanxin('demo-load')).toMatchObject({ code: 1, err: [expect.stringContaining('已有账号或信息')] })
  } finally {
    delete process.env.YANXIN_DEMO
  }
  expect(await yanxin('demo-check')).toMatchObject({ code: 0 })
})
