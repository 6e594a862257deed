import { Table } from '@/components/ui/table'
import type { StoredVerb } from '@/lib/domain/office/audit'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import { actorInWords, objectInWords, originInWords, outcomeInWords, verbInWords } from './audit-words'

type Entry = {
  seq: number
  at: number
  actor: string
  name: string | null
  login: string | null
  verb: StoredVerb
  subject: string
  object: string | null
  origin: string | null
  detail: string
}

const HEADS = [
  { name: '序号', number: true },
  { name: '时间' },
  { name: '操作人' },
  { name: '操作' },
  { name: '对象' },
  { name: '来源' },
  { name: '结果' },
]

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
            <td data-label="对象">{objectInWords(entry)}</td>
            <td data-label="来源">{originInWords(entry)}</td>
            <td data-label="结果">{outcomeInWords(entry.verb)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
