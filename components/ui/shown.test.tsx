import { renderToStaticMarkup as drawn } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Breadcrumb } from './breadcrumb'
import { Button } from './button'
import { Facts } from './facts'
import { FaultList } from './fault-list'
import { Link } from './link'
import { Measure } from './measure'
import { Pager } from './pager'
import { Progress } from './progress'
import { Reading } from './reading'
import { Table } from './table'
import { Tabs } from './tabs'
import { TwoLines } from './two-lines'

test('a blocked button is off and tied to its reason; a falsy reason leaves it on', () => {
  const html = drawn(<Button blocked="本季度通报已印发。">印发</Button>)
  const [, id] = /<button[^>]*disabled=""[^>]*aria-describedby="([^"]*)"/.exec(html) ?? []
  expect(html).toContain(`<span id="${id}" class="text-sm text-second">本季度通报已印发。</span>`)
  for (const reason of [null, false, '', undefined] as const)
    expect(drawn(<Button blocked={reason}>印发</Button>)).not.toContain('disabled')
})

test('a button at work says so and keeps its place in the order of the keyboard', () => {
  const html = drawn(<Button working>报送</Button>)
  expect(html).toContain('正在提交…')
  expect(html).toContain('aria-disabled="true"')
  expect(html).not.toContain(' disabled')
  expect(drawn(<Button working="正在保存…">报送</Button>)).toContain('>正在保存…<')
})

test('a button sends no form unless it is told to', () => {
  expect(drawn(<Button>取消</Button>)).toContain('type="button"')
  expect(drawn(<Button type="submit">报送</Button>)).toContain('type="submit"')
})

test('a link that opens its row is marked for the table', () => {
  expect(
    drawn(
      <Link href="/a" kind="row">
        题
      </Link>,
    ),
  ).toContain('data-row=""')
  expect(drawn(<Link href="/a">题</Link>)).not.toContain('data-row')
})

test('one fault that is the whole message is said once and leads to its question', () => {
  const once = drawn(<FaultList message="请填写标题。" faults={{ title: '请填写标题。' }} />)
  expect(once.match(/请填写标题。/g)).toHaveLength(1)
  expect(once).toContain('href="#field-title"')
  const several = drawn(<FaultList message="请改正。" faults={{ title: '请填写标题。', body: '请填写正文。' }} />)
  expect([...several.matchAll(/href="#field-(\w+)"/g)].map(([, name]) => name)).toEqual(['title', 'body'])
})

test('a bar keeps its scale, and one that is cut shows it', () => {
  expect(drawn(<Progress share={0.5} scale={2} line={0.5} />)).toMatch(/width:25\.0%.*left:25\.0%/)
  expect(drawn(<Progress share={1} />)).not.toContain('title=')
  const cut = drawn(<Progress share={2.75} />)
  expect(cut).toContain('width:100.0%')
  expect(cut).toContain('title="横条最长表示 100%"')
  expect(drawn(<Progress share={-1} />)).toContain('width:0.0%')
})

test('an empty table keeps its heads and says what will stand there', () => {
  const heads = [
    { name: '标题', wide: true },
    { name: '得分', number: true, sort: 'descending' as const, href: '?a' },
  ]
  const html = drawn(<Table caption="信息" heads={heads} empty="还没有信息。" />)
  expect(html).toMatch(/<td colspan="2">.*还没有信息。/i)
  expect(html).toContain('aria-sort="descending"')
  expect(html).toMatch(/<th[^>]*data-number=""/)
  const full = drawn(
    <Table caption="信息" heads={heads} empty={false}>
      <tbody>
        <tr>
          <td>题</td>
        </tr>
      </tbody>
    </Table>,
  )
  expect(full).toContain('<tr><td>题</td></tr>')
})

test('a table that scrolls sideways is reached by the keyboard, under its own name', () => {
  expect(drawn(<Table caption="各单位" narrow="scroll" />)).toMatch(/^<section aria-label="各单位" tabindex="0"/)
})

test('what leads nowhere is not drawn, and where one stands is said', () => {
  expect(drawn(<Pager />)).toBe('')
  expect(drawn(<Pager next="/a" />)).not.toContain('回到第一页')
  expect(drawn(<Breadcrumb trail={[{ href: '/a', name: '约稿' }]} here="重点" />)).toContain(
    '<span aria-current="page">重点</span>',
  )
  const tabs = drawn(
    <Tabs
      label="状态"
      tabs={[
        { href: '/a', name: '草稿', count: 0, here: true },
        { href: '/b', name: '全部' },
      ]}
    />,
  )
  expect(tabs.match(/aria-current="page"/g)).toHaveLength(1)
  expect(tabs.replace(/<[^>]+>/g, '')).toContain('草稿 0')
})

test('a list of two lines keeps the heads of its table for whoever hears it', () => {
  const html = drawn(
    <TwoLines caption="来稿" heads={['标题', '单位']}>
      <tbody>
        <tr>
          <td data-wide="">题</td>
        </tr>
      </tbody>
    </TwoLines>,
  )
  expect(html).toMatch(/<caption class="sr-only">来稿.*<th scope="col">标题<.*<th scope="col">单位</)
  expect(html).toContain('<td data-wide="">题</td>')
})

test('a text is measured, read by its paragraphs, and what is missing is said', () => {
  expect(drawn(<Measure length={12} max={10} />)).toContain('12/10，超出 2 字')
  expect(drawn(<Measure length={10} max={10} />)).not.toContain('超出')
  expect(drawn(<Reading text={'一\n\n二\n'} />).match(/<p>/g)).toHaveLength(2)
  expect(
    drawn(
      <Facts
        facts={[
          ['签发人', null],
          ['条数', 0],
        ]}
      />,
    ),
  ).toMatch(/未填.*>0</)
})
