import { FilterRow } from '@/components/ui/filter-row'
import { Input } from '@/components/ui/input'
import { Link } from '@/components/ui/link'
import { Select } from '@/components/ui/select'
import { type AuditFilter, auditFilterQuery } from '@/lib/domain/office/audit-filter'
import { AUDIT_WORDS } from './audit-words'

const VERBS = [{ value: '', name: '全部' }, ...Object.entries(AUDIT_WORDS).map(([value, name]) => ({ value, name }))]

/** Whom, when, what and on what: the search of the log, and what is found as a file. */
export function AuditFilterRow({ filter }: { filter: AuditFilter }) {
  const query = auditFilterQuery(filter)
  const file = (kind: string) => `/audit/file?kind=${kind}${query && `&${query}`}`
  return (
    <div className="mb-4 grid gap-2">
      <FilterRow action="/audit" submit="查询">
        <Input
          small
          name="object"
          label="对象（信息编号、通报文号、单位、账号、刊物）"
          defaultValue={filter.object}
          maxLength={100}
        />
        <Input small name="person" label="操作人（姓名或登录名）" defaultValue={filter.person} maxLength={100} />
        <Select small name="verb" label="操作" options={VERBS} defaultValue={filter.verb ?? ''} />
        <Input small type="date" name="from" label="起" defaultValue={filter.from} />
        <Input small type="date" name="to" label="止" defaultValue={filter.to} />
      </FilterRow>
      <p className="flex flex-wrap gap-4 text-sm text-second">
        <span>导出查到的全部记录：</span>
        <Link href={file('csv')}>表格（CSV）</Link>
        <Link href={file('jsonl')}>逐行数据（JSON）</Link>
        <span>日志长期保存，不少于 180 天。</span>
      </p>
    </div>
  )
}
