import type { ReactNode } from 'react'
import { List } from '@/components/ui/list'
import { Note } from '@/components/ui/note'
import { durationInWords } from '@/lib/domain/time/duration'
import { chineseDateTime, type Quarter, quarterName } from '@/lib/domain/time/quarter'

type Props = {
  now: number
  drift: number
  /** Since when it stands off; null where only the log says so. */
  since: number | null
  newest: number | null
  waiting: number
  places: readonly Quarter[]
  /** The form that confirms it. */
  children: ReactNode
}

/** That the time of the server is in doubt: what is known, what waits because of it, and how it is settled. */
export function ClockDoubt({ now, drift, since, newest, waiting, places, children }: Props) {
  return (
    <Note role="alert" tone="wrong" className="mb-6">
      <p className="font-semibold">服务器的时间有疑问，请核对。</p>
      <p>服务器现在的时间是 {chineseDateTime(now)}。</p>
      <List kind="points" className="my-2">
        {since !== null && (
          <li>
            {Math.abs(drift) < 1000
              ? `${chineseDateTime(since)}发现时间跳变，现已拨回。`
              : `${chineseDateTime(since)}发现时间跳变，现比跳变前${drift > 0 ? '快' : '慢'} ${durationInWords(Math.abs(drift))}。`}
          </li>
        )}
        {newest !== null && <li>日志中有一条记在 {chineseDateTime(newest)}，晚于当时服务器的时间。</li>}
        <li>
          {waiting === 0
            ? '目前没有信息因此待编号。时间确认之前，会因此落到另一季度的来稿只收下、不编号。'
            : `${waiting} 条信息已收下、待编号，不在任何季度的数里；其余数字不受影响。${willStand(places)}`}
        </li>
      </List>
      <p className="mb-4">时间不对的，请先在服务器上校正，再刷新本页；核对无误后确认。</p>
      {children}
    </Note>
  )
}

function willStand(places: readonly Quarter[]): string {
  if (places.length === 0) return '服务器现在的时间不合理，须先校正。'
  return `现在确认，将按收到的先后编号，计入${places.map(quarterName).join('、')}。`
}
