import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { PastForm } from '@/components/figures/past-form'
import { PastTable } from '@/components/figures/past-table'
import { page } from '@/lib/action/page'
import { pastQuartersOf } from '@/lib/data/figures/past'
import { endedQuarters } from '@/lib/domain/figures/past'
import { importPast } from './actions'
import '@/components/figures/past.css'

export const metadata: Metadata = { title: '历史数据' }

/** Old quarters that come in as figures only, so that comparisons work from the first day. */
export default page('/past', async ({ viewer }) => {
  const rows = await pastQuartersOf(viewer)
  return (
    <div className="sheet past">
      <h1>历史数据</h1>
      <p className="note mt-4">
        以前季度只有统计表、没有信息明细的，在此录入，用于与上季度、上年同期比较。这样的数字后面没有信息明细，排名上注明取自哪份文件。
      </p>
      <h2>已录入的季度</h2>
      {rows.length > 0 ? (
        <PastTable rows={rows} />
      ) : (
        <p className="empty">还没有录入过。录入后，各季度及其来源列在此处。</p>
      )}
      <h2>录入一个季度</h2>
      <p>各表第一行为列名，名册中的单位逐一列出，名称可用别名：</p>
      <dl className="past-columns">
        <dt>报送统计表</dt>
        <dd>序号、单位、报送任务、报送条数、报送得分、完成率</dd>
        <dt>采用统计表</dt>
        <dd>
          序号、单位、年度任务、采编条数、区级采用信息、区级采用简讯、市级采用信息、市级采用简讯、省级采用、总分、占比；采用各列空白作
          0 计
        </dd>
        <dt>核对</dt>
        <dd>
          得分、完成率、总分、占比按该季度的计分办法逐格核对，有一处不符就全部不录入。同一季度再次录入，替换原有的数字。
        </dd>
      </dl>
      <PastForm action={importPast} formKey={randomUUID()} quarters={endedQuarters(Date.now())} />
      <nav aria-label="更多" className="pages no-print">
        <a href="/simulations">试算</a>
        <a href="/ranking">排名</a>
      </nav>
    </div>
  )
})
