import { cx } from '@/components/ui/cx'
import { Table } from '@/components/ui/table'
import { formatPoints } from '@/lib/domain/base/exact'
import { type ComparedCategory, effectWords, type Simulation } from '@/lib/domain/rules/simulation'

const SCORES = [{ name: '单位' }, { name: '现行得分', number: true }, { name: '试算得分', number: true }]
const CROSSED = { reached: '变为达到', lost: '变为未达到' }

/** What other rules come to: a sentence and a table a category. Figures here open no list: none of them is official. */
export function TrialResult({ simulation }: { simulation: Simulation }) {
  return (
    <div className="grid gap-6">
      {simulation.compared.map((of, index) => (
        <section key={of.category.key} className={cx('grid gap-6', index > 0 && 'print:break-before-page')}>
          <p>{effectWords(of.category, of.effect)}</p>
          <RanksTable of={of} />
          {of.effect.scored > 0 && <ScoresTable of={of} />}
        </section>
      ))}
    </div>
  )
}

function Caption({ title, about }: { title: string; about: string }) {
  return (
    <>
      {title} <small className="text-sm font-normal text-second">{about}</small>
    </>
  )
}

const TRIED = (
  <>
    <th scope="col" data-number="">
      名次
    </th>
    <th scope="col" data-number="">
      总分
    </th>
    <th scope="col" data-number="">
      占比
    </th>
  </>
)

/** At phone width the name and how its rank moved stand over two lines, in force above tried, figure below figure. */
const IN_THREES = cx(
  'max-sm:[&_tbody_tr]:grid! max-sm:[&_tbody_tr]:grid-cols-3 max-sm:[&_th[scope=row]]:col-span-2',
  'max-sm:[&_td:nth-child(8)]:order-first max-sm:[&_td[data-label]]:text-left',
  'max-sm:[&_td:nth-child(9)]:col-span-3',
)

function RanksTable({ of: { category, rows } }: { of: ComparedCategory }) {
  return (
    <Table
      caption={<Caption title={`${category.title}采用`} about="按现行名次排列；▲ 名次上升，▼ 名次下降" />}
      captioned
      oneLine
      narrow="flow"
      className={IN_THREES}
    >
      <thead>
        <tr>
          <th rowSpan={2}>单位</th>
          <th colSpan={3} scope="colgroup" className="text-center">
            现行
          </th>
          <th colSpan={3} scope="colgroup" className="text-center">
            试算
          </th>
          <th rowSpan={2} data-number="">
            名次变化
          </th>
          <th rowSpan={2}>25% 线</th>
        </tr>
        <tr>
          {TRIED}
          {TRIED}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ unitId, unit, real, trial, moved, crossed }) => (
          <tr key={unitId}>
            <th scope="row" data-wide="">
              {unit}
            </th>
            <td data-label="现行 第" data-unit="名" data-number="">
              {real.rank ?? '—'}
            </td>
            <td data-unit="分" data-number="">
              {formatPoints(real.points)}
            </td>
            <td data-number="">{real.share ?? '—'}</td>
            <td data-label="试算 第" data-unit="名" data-number="">
              {trial.rank ?? '—'}
            </td>
            <td data-unit="分" data-number="">
              {formatPoints(trial.points)}
            </td>
            <td data-number="">{trial.share ?? '—'}</td>
            <td data-number="">{movement(moved)}</td>
            {crossed ? <td data-unit="25%">{<b className="font-semibold">{CROSSED[crossed]}</b>}</td> : <td />}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function movement(moved: number | null): string {
  if (!moved) return moved === 0 ? '不变' : '—'
  return moved > 0 ? `▲ ${moved}` : `▼ ${-moved}`
}

function ScoresTable({ of: { category, scores } }: { of: ComparedCategory }) {
  return (
    <Table
      caption={<Caption title={`${category.title}报送得分`} about="名次按完成率排列，不受满分影响" />}
      captioned
      className="max-w-[36em]"
      heads={SCORES}
      narrow="same"
    >
      <tbody>
        {scores.map(({ unitId, unit, real, trial }) => (
          <tr key={unitId}>
            <th scope="row">{unit}</th>
            <td data-number="">{real ?? '—'}</td>
            <td data-number="">{trial ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
