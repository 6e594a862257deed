import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { draw, once, quartersToChoose } from '@/app/(portal)/drawing'
import { Quarters } from '@/components/quarters'
import { Live } from '@/components/ranking/live'
import { RankingView } from '@/components/ranking/ranking-view'
import { pageViewer, reading } from '@/lib/auth/page'
import { rankingOf, versionOf } from '@/lib/data/figures'
import { chineseDateTime, parseQuarter, quarterName, shortDateTime } from '@/lib/domain/quarter'
import '@/components/ranking/ranking.css'
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
    reading(
      once(`ranking ${quarter} ${seq}`, async () => draw(<RankingView ranking={await rankingOf(viewer, quarter)} />)),
    ),
    reading(quartersToChoose(viewer, Date.now())),
  ])
  return (
    <div className="ranking">
      <div className="ranking-head">
        <h1>{quarterName(quarter)}政务信息排名</h1>
        <Quarters base="/ranking" quarter={quarter} quarters={quarters} />
        <p className="ranking-time">{at ? `数据最近变动：${chineseDateTime(at)}（版本 ${seq}）` : '尚无数据变动'}</p>
        <Live quarter={quarter} version={seq} changedAt={at ? shortDateTime(at).slice(-5) : ''} figures="figures" />
      </div>
      {/* Our own components' HTML: React has escaped every text in it. */}
      <div id="figures" dangerouslySetInnerHTML={{ __html: figures }} />
    </div>
  )
}
