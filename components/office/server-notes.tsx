import { Note } from '@/components/ui/note'
import { BACKUP_DAYS, gigabytes, type Reminder } from '@/lib/domain/office/reminders'
import { chineseDateTime } from '@/lib/domain/time/quarter'

type Props = { reminders: readonly Reminder[]; free: number; total: number; backup: number | null }

/** What a system administrator should see to before it becomes a fault, with its numbers. */
export function ServerNotes({ reminders, free, total, backup }: Props) {
  return (
    <>
      {reminders.includes('low_space') && (
        <Note role="alert" tone="wrong" className="mb-4">
          <strong>磁盘空间不足：</strong>存放数据的磁盘还剩 {gigabytes(free)}，共 {gigabytes(total)}
          。用完后不能报送和保存，请尽快清理或扩容。
        </Note>
      )}
      {backup === null ? (
        <Note tone="late" className="mb-4">
          <strong>尚无备份。</strong>请定期备份数据目录和数据库，并另存到其他机器。
        </Note>
      ) : (
        <Note tone={reminders.includes('backup_old') ? 'late' : 'info'} className="mb-4">
          最近一次备份：{chineseDateTime(backup)}
          {reminders.includes('backup_old') && `，已超过 ${BACKUP_DAYS} 天，请重新备份`}。
        </Note>
      )}
    </>
  )
}
