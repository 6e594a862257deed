import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { Progress } from '@/components/ui/progress'
import { type Sign, State } from '@/components/ui/state'
import { Table } from '@/components/ui/table'
import { TwoLines } from '@/components/ui/two-lines'
import { Piece, Row } from './shown'

const HEADS = [
  { name: '标题', wide: true },
  { name: '单位' },
  { name: '状态' },
  { name: '报送日期' },
  { name: '字数', number: true },
]

const ROWS: { title: string; unit: string; sign: Sign; state: string; day: string; length: number }[] = [
  {
    title: '雁江区多措并举推进秋粮收购，全区已收购入库四点二万吨，完成年度计划的百分之八十六',
    unit: '区发展和改革局',
    sign: 'done',
    state: '区级采用',
    day: '9月28日',
    length: 1204,
  },
  { title: '老君镇三项举措推进撂荒地整治', unit: '老君镇', sign: 'live', state: '已接收', day: '9月25日', length: 86 },
  {
    title: '区财政局加快直达资金支付进度',
    unit: '区财政局',
    sign: 'wrong',
    state: '退回修改',
    day: '9月22日',
    length: 932,
  },
]
const SIGNS: Record<Sign, string> = {
  none: '已撤回',
  open: '草稿',
  waits: '待登记',
  half: '待审签',
  live: '已接收',
  done: '已采用',
  wrong: '退回修改',
}

/** Tables, full and empty, and what stands in their cells. */
export function Tables() {
  return (
    <>
      <Piece name="State 状态">
        <Row>
          {Object.entries(SIGNS).map(([sign, words]) => (
            <State key={sign} sign={sign as Sign}>
              {words}
            </State>
          ))}
        </Row>
      </Piece>
      <Piece name="TwoLines 两行列表">
        <div className="w-96 max-w-full border border-line">
          <TwoLines caption="来稿（样例）" heads={['标题', '单位', '状态']} boxes="here">
            <tbody>
              {['区财政局开展预算绩效管理', '中和镇整治山坪塘，保障来年春灌用水，并建立长效管护机制'].map(
                (title, i) => (
                  <tr key={title} data-open={i === 1 || undefined}>
                    <td data-wide="">
                      <input type="checkbox" aria-label={`选择：${title}`} />
                      <a href="/kit#TwoLines" data-row="">
                        {title}
                      </a>
                    </td>
                    <td>{i === 0 ? '区财政局' : '中和镇'}</td>
                    <td data-sign={i === 0 ? 'waits' : 'done'}>{i === 0 ? '待处理' : '已采用：区级信息'}</td>
                  </tr>
                ),
              )}
            </tbody>
          </TwoLines>
        </div>
      </Piece>
      <Piece name="Table 表格">
        <Table caption="本单位的信息，整行可点" captioned heads={HEADS} oneLine rowLink>
          <Body open chosen />
        </Table>
        <Table
          caption="窄屏上一行为题，其余连排"
          captioned
          narrow="flow"
          heads={[{ name: '单位', wide: true }, { name: '现行' }]}
        >
          <tbody>
            <tr>
              <td data-wide="">区财政局</td>
              <td data-label="现行 第" data-unit="名">
                3
              </td>
            </tr>
          </tbody>
        </Table>
        <Table
          caption="小号，可排序"
          captioned
          small
          sticky
          oneLine
          heads={[
            { name: '序号', number: true },
            { name: '单位', wide: true },
            { name: '条数', number: true, sort: 'descending', href: '/kit#Table' },
            { name: '得分', number: true, sort: 'none', href: '/kit#Table' },
            { name: '占比', number: true },
            { name: '横条', words: <span className="block w-32">横条</span> },
          ]}
        >
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={6}>
                区级部门（2）
              </th>
            </tr>
            <tr>
              <td data-number="" data-spare="">
                1
              </td>
              <td data-wide="">区财政局</td>
              <td data-number="" data-label="条数">
                24
              </td>
              <td data-number="" data-label="得分">
                132.5
              </td>
              <td data-number="" data-label="占比">
                275%
              </td>
              <td data-label="横条">
                <Progress share={2.75} line={0.25} small />
              </td>
            </tr>
            <tr>
              <td data-number="" data-spare="">
                2
              </td>
              <td data-wide="">区发展和改革局</td>
              <td data-number="" data-label="条数">
                7
              </td>
              <td data-number="" data-label="得分">
                11.0
              </td>
              <td data-number="" data-label="占比">
                23%
              </td>
              <td data-label="横条">
                <Progress share={0.23} line={0.25} small />
              </td>
            </tr>
          </tbody>
        </Table>
        <Table
          caption="空表"
          captioned
          heads={HEADS}
          empty="本单位报送的信息将列在这里，并注明采用情况。按右上角“报送信息”开始。"
        />
        <Table caption="正在读取" captioned heads={HEADS} oneLine working>
          <Body />
        </Table>
      </Piece>
      <Piece name="Empty 空白">
        <Empty
          action={
            <Link href="/kit" kind="plain">
              新建约稿
            </Link>
          }
        >
          还没有发出过约稿。发出后，各单位的回复列在这里。
        </Empty>
      </Piece>
    </>
  )
}

function Body({ open = false, chosen = false }: { open?: boolean; chosen?: boolean }) {
  return (
    <tbody>
      {ROWS.map(({ title, unit, sign, state, day, length }, n) => (
        <tr
          key={title}
          data-open={(open && n === 1) || undefined}
          data-chosen={(chosen && n === 2) || undefined}
          data-look={open && n === 0 ? 'hover' : undefined}
        >
          <td data-wide="">
            <Link href={`/kit#row-${n}`} kind="row">
              {title}
            </Link>
          </td>
          <td data-label="单位">{unit}</td>
          <td data-label="状态">
            <State sign={sign}>{state}</State>
          </td>
          <td data-label="报送日期">{day}</td>
          <td data-label="字数" data-number="">
            {length}
          </td>
        </tr>
      ))}
    </tbody>
  )
}
