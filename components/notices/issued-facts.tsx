import { Disclosure } from '@/components/ui/disclosure'
import { Facts } from '@/components/ui/facts'
import { List } from '@/components/ui/list'
import { Note } from '@/components/ui/note'
import { type NoticeChange, noticeChangeInWords } from '@/lib/domain/notices/changes'
import { chineseDate, chineseDateTime } from '@/lib/domain/time/quarter'

export type IssuedWords = {
  number: string
  date: string
  code: string
  digest: string
  writtenBy: string
  issuedBy: string
  issuedAt: number
  reason: string | null
  despite: string | null
  changes: readonly NoticeChange[]
  intact: boolean
}

/** What is on record of an issued notice, and how the data of this moment stand to it. */
export function IssuedFacts({ issued }: { issued: IssuedWords }) {
  const { number, date, code, digest, writtenBy, issuedBy, issuedAt, reason, despite, changes, intact } = issued
  const facts: [string, string][] = [
    ['发文字号', number],
    ['成文日期', chineseDate(date)],
    ['起草', writtenBy],
    ['印发', `${issuedBy}，${chineseDateTime(issuedAt)}`],
    ...(reason ? [['更正原因', reason] as [string, string]] : []),
    ...(despite ? [['核对有不一致仍印发的理由', despite] as [string, string]] : []),
    ['校验码', code],
    ['数据摘要', `${digest.slice(0, 16)}…（SM3）`],
  ]
  return (
    <>
      {!intact && <Note tone="wrong">系统中保存的印发件与印发时的摘要不符，请立即报告审计管理员。</Note>}
      <Facts facts={facts} kind="lines" small />
      {changes.length === 0 ? (
        <Note tone="done">现有数据与印发时一致。</Note>
      ) : (
        <Note tone="late">
          <Disclosure summary={`印发后有 ${changes.length} 处变动`} open={changes.length <= 8}>
            <List kind="plain" small className="[&>li+li]:mt-1">
              {changes.map((change) => (
                <li key={noticeChangeInWords(change)}>{noticeChangeInWords(change)}</li>
              ))}
            </List>
          </Disclosure>
        </Note>
      )}
    </>
  )
}
