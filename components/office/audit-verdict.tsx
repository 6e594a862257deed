import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
import { type Accepted, acceptedInWords, type Finding, findingInWords } from '@/lib/domain/office/finding'
import { chineseDateTime } from '@/lib/domain/time/quarter'

type Verified = {
  entries: number
  rows: number
  head: string
  accesses: { seq: number; hash: string }
  findings: readonly Finding[]
  stopped: boolean
  accepted: readonly Accepted[]
}

const SHOWN = 20

/** What a verification of the log found: the first bad place by name, and what to do. */
export function AuditVerdict({ entries, rows, head, accesses, findings, stopped, accepted }: Verified) {
  return (
    <>
      {findings.length === 0 ? (
        <Note role="status" tone="done" className="mb-4">
          <p>
            日志 {entries} 条、查阅记录 {accesses.seq} 条，首尾相连，与锚点一致；业务数据 {rows}{' '}
            行，与日志一致。没有发现
            {accepted.length > 0 && '新的'}改动。
          </p>
          <p className="text-sm wrap-anywhere">末条校验值：{head || '尚无记录'}</p>
        </Note>
      ) : (
        <Note role="alert" tone="wrong" className="mb-4">
          <p className="font-semibold">发现 {findings.length} 处不一致：</p>
          <Findings of={findings} />
          {findings.length > SHOWN && (
            <p>其余 {findings.length - SHOWN} 处从略，可在服务器上运行 audit verify 查看。</p>
          )}
          {stopped && <p>业务数据中的不一致过多，核对到此为止，其余业务数据未核对。</p>}
          <p>请保留现场，停止对数据库的操作，并报告本单位负责同志。</p>
        </Note>
      )}
      {accepted.map((one) => (
        <Note key={one.seq} tone="late" className="mb-4">
          <p>
            {chineseDateTime(one.at)}，{acceptedInWords(one)}
          </p>
          <Findings of={one.findings} />
          {one.count > SHOWN && <p>其余 {one.count - SHOWN} 处从略。</p>}
        </Note>
      ))}
    </>
  )
}

function Findings({ of }: { of: readonly Finding[] }) {
  return (
    <ul className="list-disc pl-6">
      {of.slice(0, SHOWN).map((finding) => (
        <li key={JSON.stringify(finding)}>{findingInWords(finding)}</li>
      ))}
    </ul>
  )
}

type Check = { at: number; entries: number; rows: number; findings: number } & {
  first: Finding | null
  accepted?: number
}

/** What the newest daily check found; the first bad place by name. */
export function LastCheck({ check }: { check: Check | null }) {
  if (!check) {
    return (
      <Note className="mb-4">
        审计日志每日自动校验一次，还没有校验过。<Link href="/audit?verify=1">现在校验</Link>
      </Note>
    )
  }
  const { at, entries, rows, findings, first, accepted = 0 } = check
  if (!first) {
    return (
      <Note tone="done" className="mb-4">
        {chineseDateTime(at)}自动校验：日志 {entries} 条、业务数据 {rows} 行，没有发现
        {accepted > 0 ? `新的不一致；另有 ${accepted} 处已经认定。` : '不一致。'}
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
