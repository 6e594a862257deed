import { FilterRow } from '@/components/ui/filter-row'
import { Input } from '@/components/ui/input'
import { Link } from '@/components/ui/link'
import { Select } from '@/components/ui/select'
import { type AuditFilter, auditFilterQuery } from '@/lib/domain/office/audit-filter'

type Props = {
  /** The page of the log; its file lies below it. */
  path: string
  filter: AuditFilter
  /** What the log records, in words, by verb. */
  verbs: Readonly<Record<string, string>>
  person: string
  kept: string
}

/** Whom, when, what and on what: the search of a log, and what is found as a file. */
export function AuditFilterRow({ path, filter, verbs, person, kept }: Props) {
  const query = auditFilterQuery(filter)
  const file = (kind: string) => `${path}/file?kind=${kind}${query && `&${query}`}`
  const options = [{ value: '', name: '全部' }, ...Object.entries(verbs).map(([value, name]) => ({ value, name }))]
  return (
    <div className="mb-4 grid gap-2">
      <FilterRow action={path} submit="查询">
        <Input
          small
          name="object"
          label="对象（信息编号、通报文号、单位、账号、刊物）"
          defaultValue={filter.object}
          maxLength={100}
        />
        <Input small name="person" label={`${person}（姓名或登录名）`} defaultValue={filter.person} maxLength={100} />
        <Select small name="verb" label="事项" options={options} defaultValue={filter.verb ?? ''} />
        <Input small type="date" name="from" label="起" defaultValue={filter.from} />
        <Input small type="date" name="to" label="止" defaultValue={filter.to} />
      </FilterRow>
      <p className="flex flex-wrap gap-4 text-sm text-second">
        <span>导出查到的全部记录：</span>
        <Link href={file('csv')}>表格（CSV）</Link>
        <Link href={file('jsonl')}>逐行数据（JSON）</Link>
        <span>{kept}</span>
      </p>
    </div>
  )
}
