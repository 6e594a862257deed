import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { ACCESS_WORDS, accessInWords } from '@/components/office/access-words'
import { AuditFilterRow } from '@/components/office/audit-filter'
import { AuditTable } from '@/components/office/audit-table'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Sheet } from '@/components/ui/sheet'
import { accessPage } from '@/lib/data/office/accesses'
import { KEPT_DAYS } from '@/lib/domain/office/keeping'
import { askedOf, SIZE, waysIn } from '../asked'
import { LogTabs } from '../log-tabs'

export const metadata: Metadata = { title: '查阅记录' }

const PATH = '/audit/accesses'

const KEPT = `查阅记录保存 ${KEPT_DAYS} 天，不少于 180 天；期满的在每日校验无误后清理，清理记入审计日志，需要久存的请先导出；同一人同一天对同一对象只记首次；未登录者的失败按来源地址每小时合计，首次即记，其余在该小时之后记入。`

export default page(PATH, async ({ viewer, search }) => {
  const asked = askedOf(search, ACCESS_WORDS)
  const lines = await accessPage(viewer, asked.place, SIZE, asked.filter)
  return (
    <Sheet>
      <PageHead title="查阅记录" />
      <LogTabs here={PATH} />
      <AuditFilterRow path={PATH} filter={asked.filter} verbs={ACCESS_WORDS} person="查阅人" kept={KEPT} />
      <AuditTable caption="查阅记录" lines={lines.map(accessInWords)} empty={emptyWords(asked)} />
      <Pager {...waysIn(PATH, asked, lines)} />
    </Sheet>
  )
})

function emptyWords({ place, query }: { place: number | null; query: string }): string {
  if (query) return '没有符合条件的记录。'
  return place === null ? '还没有记录。查看信息全文、下载文件、被拒绝的访问会记在这里。' : '前面没有更早的记录了。'
}
