import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
import { type Finding, findingInWords } from '@/lib/domain/office/finding'
import { chineseDateTime } from '@/lib/domain/time/quarter'

type Verified = { entries: number; rows: number; head: string; findings: readonly Finding[] }

const SHOWN = 20

/** What a verification of the log found: the first bad place by name, and what to do. */
export function AuditVerdict({ entries, rows, head, findings }: Verified) {
  if (findings.length === 0) {
    return (
      <Note role="status" tone="done" className="mb-4">
        <p>
          日志 {entries} 条，首尾相连，与锚点一致；业务数据 {rows} 行，与日志一致。没有发现改动。
        </p>
        <p className="text-sm wrap-anywhere">末条校验值：{head || '尚无记录'}</p>
      </Note>
    )
  }
  return (
    <Note role="alert" tone="wrong" className="mb-4">
      <p className="font-semibold">发现 {findings.length} 处不一致：</p>
      <ul className="list-disc pl-6">
        {findings.slice(0, SHOWN).map((finding) => (
          <li key={JSON.stringify(finding)}>{findingInWords(finding)}</li>
        ))}
      </ul>
      {findings.length > SHOWN && <p>其余 {findings.length - SHOWN} 处从略，可在服务器上运行 audit verify 查看。</p>}
      <p>请保留现场，停止对数据库的操作，并报告本单位负责同志。</p>
    </Note>
  )
}

type Check = { at: number; entries: number; rows: number; findings: number; first: Finding | null } | null

/** What the newest daily check found; the first bad place by name. */
export function LastCheck({ check }: { check: Check }) {
  if (!check) {
    return (
      <Note className="mb-4">
        审计日志每日自动校验一次，还没有校验过。<Link href="/audit?verify=1">现在校验</Link>
      </Note>
    )
  }
  const { at, entries, rows, findings, first } = check
  if (!first) {
    return (
      <Note tone="done" className="mb-4">
        {chineseDateTime(at)}自动校验：日志 {entries} 条、业务数据 {rows} 行，没有发现不一致。
      </Note>
    )
  }
  return (
    <Note role="alert" tone="wrong" className="mb-4">
      <p className="font-semibold">
        {chineseDateTime(at)}自动校验，发现 {findings} 处不一致。
      </p>
      <p>{findingInWords(first)}</p>
      <Link href="/audit?verify=1">重新校验，查看全部</Link>
    </Note>
  )
}
