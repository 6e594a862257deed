import { Note } from '@/components/ui/note'
import { Table } from '@/components/ui/table'
import type { StoredVerb } from '@/lib/domain/office/audit'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import { actorInWords, subjectInShort, verbInWords } from './audit-words'

type Entry = {
  seq: number
  at: number
  actor: string
  name: string | null
  login: string | null
  verb: StoredVerb
  subject: string
}

const HEADS = [{ name: '序号', number: true }, { name: '时间' }, { name: '操作人' }, { name: '操作' }, { name: '对象' }]

/** The log, newest first. */
export function AuditTable({ entries, empty }: { entries: readonly Entry[]; empty: string }) {
  return (
    <Table caption="审计日志，由新到旧" heads={HEADS} small empty={entries.length === 0 && empty}>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.seq}>
            <td data-label="序号" data-number="">
              {entry.seq}
            </td>
            <td data-label="时间">{chineseDateTime(entry.at)}</td>
            <td data-label="操作人">{actorInWords(entry)}</td>
            <td data-label="操作">{verbInWords(entry.verb)}</td>
            <td data-label="对象" title={entry.subject}>
              {subjectInShort(entry.subject)}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

type Chain = { entries: number; brokenAt: number | null; head: string }

/** What walking the whole chain found. */
export function ChainVerdict({ entries, brokenAt, head }: Chain) {
  if (brokenAt === null) {
    return (
      <Note role="status" tone="done" className="mb-4">
        <p>共 {entries} 条，首尾相连，没有改动。</p>
        <p className="text-sm wrap-anywhere">末条校验值：{head || '尚无记录'}</p>
      </Note>
    )
  }
  return (
    <Note role="alert" tone="wrong" className="mb-4">
      <p className="font-semibold">第 {brokenAt} 条与前面的记录接不上：日志被改动过，或有记录被删除。</p>
      <p>前 {entries} 条首尾相连。请保留现场，停止对数据库的操作，并报告本单位负责同志。</p>
    </Note>
  )
}
