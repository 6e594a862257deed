import { List } from '@/components/ui/list'
import { Note } from '@/components/ui/note'
import { Table } from '@/components/ui/table'
import { type CheckReport, FAULT_KINDS } from '@/lib/domain/checking/report'

const HEADS = ['序号', '位置', '原文', '应为', '依据', '类别'].map((name) => ({ name }))

/** What the check found: a row a fault with place, printed, right and why; remarks below. Nothing found is said too. */
export function Report({ report: { faults, remarks }, title }: { report: CheckReport; title: string }) {
  return (
    <div className="grid gap-4">
      {faults.length === 0 ? (
        <Note tone="done">核对完成，没有发现不一致。</Note>
      ) : (
        <Table caption={`${title}：${faults.length} 处不一致`} captioned heads={HEADS}>
          <tbody>
            {faults.map(({ kind, place, printed, expected, why }, index) => (
              <tr key={`${place} ${printed} ${expected}`}>
                <td data-label="序号">{index + 1}</td>
                <td data-wide="">{place}</td>
                <td data-label="原文">
                  <Short>{printed}</Short>
                </td>
                <td data-label="应为">
                  <Short>{expected}</Short>
                </td>
                <td data-label="依据">{why}</td>
                <td data-label="类别">
                  <Short>{FAULT_KINDS[kind]}</Short>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {remarks.length > 0 && (
        <section>
          <h3 className="font-semibold">说明</h3>
          <List kind="points">
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </List>
        </section>
      )}
    </div>
  )
}

/** A figure with its unit is not parted; only a longer passage may be. */
function Short({ children }: { children: string }) {
  return <span className={children.length <= 10 ? 'whitespace-nowrap' : undefined}>{children}</span>
}
