import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { PastForm } from '@/components/figures/past-form'
import { PastTable } from '@/components/figures/past-table'
import { Facts } from '@/components/ui/facts'
import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { pastQuartersOf } from '@/lib/data/figures/past'
import { categoriesFor } from '@/lib/data/office/categories'
import { endedQuarters } from '@/lib/domain/figures/past'
import { importPast } from './actions'

export const metadata: Metadata = { title: '历史数据' }

const COLUMNS = [
  ['报送统计表', '序号、单位、报送任务、报送条数、报送得分、完成率'],
  [
    '采用统计表',
    '序号、单位、年度任务、采编条数、区级采用信息、区级采用简讯、市级采用信息、市级采用简讯、省级采用、总分、占比；采用各列空白作 0 计',
  ],
  [
    '核对',
    '得分、完成率、总分、占比按该季度的计分办法逐格核对，有一处不符就全部不录入。同一季度再次录入，替换原有的数字。',
  ],
] as const

/** Old quarters that come in as figures only, so that comparisons work from the first day. */
export default page('/past', async ({ viewer }) => {
  const [rows, categories] = await Promise.all([pastQuartersOf(viewer), categoriesFor(viewer)])
  return (
    <Sheet>
      <PageHead title="历史数据" />
      <Note>
        以前季度只有统计表、没有信息明细的，在此录入，用于与上季度、上年同期比较。这样的数字后面没有信息明细，排名上注明取自哪份文件。
      </Note>
      <Section title="已录入的季度">
        <PastTable rows={rows} />
      </Section>
      <Section title="录入一个季度" about="各表第一行为列名，名册中的单位逐一列出，名称可用别名：">
        <Facts kind="lines" small facts={COLUMNS} />
        <PastForm
          action={importPast}
          formKey={newFormKey(viewer)}
          categories={categories}
          quarters={endedQuarters(Date.now())}
        />
      </Section>
      <nav aria-label="更多" className="flex justify-end gap-6 mt-4 print:hidden">
        <Link href="/simulations" kind="quiet">
          试算
        </Link>
        <Link href="/ranking" kind="quiet">
          排名
        </Link>
      </nav>
    </Sheet>
  )
})
