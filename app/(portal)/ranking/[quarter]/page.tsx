import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { handOver, quartersToChoose } from '@/app/(portal)/drawing'
import { Quarters } from '@/components/quarters'
import { Live } from '@/components/ranking/live'
import { Still } from '@/components/still'
import { pageViewer, reading } from '@/lib/auth/page'
import { versionOf } from '@/lib/data/figures'
import { chineseDateTime, parseQuarter, quarterName } from '@/lib/domain/quarter'
import '@/components/ranking/ranking.css'
import { figuresDrawn } from './figures'
import '@/components/ranking/narrow.css'

type Props = { params: Promise<{ quarter: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const quarter = parseQuarter((await params).quarter)
  return { title: quarter ? `${quarterName(quarter)}政务信息排名` : '排名' }
}

/** The viewer and the version are read on every request; the figures are drawn once a version. */
export default async function RankingPage({ params }: Props) {
  const asked = (await params).quarter
  const viewer = await pageViewer(`/ranking/${encodeURIComponent(asked)}`)
  const quarter = parseQuarter(asked)
  if (!quarter) notFound()
  const { seq, at } = await reading(versionOf(viewer, quarter))
  const [figures, quarters] = await Promise.all([
    reading(figuresDrawn(viewer, quarter, seq)),
    reading(quartersToChoose(viewer, Date.now())),
  ])
  return (
    <div className="ranking">
      <div className="ranking-head">
        <h1>{quarterName(quarter)}政务信息排名</h1>
        <Quarters base="/ranking" quarter={quarter} quarters={quarters} />
        <p className="ranking-time">{at ? `数据最近变动：${chineseDateTime(at)}（版本 ${seq}）` : '尚无数据变动'}</p>
        <Live quarter={quarter} version={seq} figures="figures" />
      </div>
      <Still id="figures" name={handOver(`ranking ${quarter} ${seq}`, figures)} />
    </div>
  )
}
