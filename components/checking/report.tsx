import { List } from '@/components/ui/list'
import { Note } from '@/components/ui/note'
import { Table } from '@/components/ui/table'
import { apart, type CheckReport, checkVerdict, FAULT_KINDS, type PrintedFault } from '@/lib/domain/checking/report'

const HEADS = ['序号', '位置', '原文', '应为', '依据', '类别'].map((name) => ({ name }))

/**
 * What the check found: a row a fault with place, printed, right and why; remarks and the numbers that were compared with
 * nothing below. Nothing found is said too, and is not the same as nothing read.
 */
export function Report({ report, title }: { report: CheckReport; title: string }) {
  const { faults, remarks, unjudged } = report
  const { own, system } = apart(faults)
  const verdict = checkVerdict(report)
  return (
    <div className="grid gap-4">
      {verdict === 'nothing' && (
        <Note tone="wrong">没有可以核对的内容：没有读到统计表，正文中也没有数字能够对照。</Note>
      )}
      {verdict === 'clean' && (
        <Note tone="done">
          核对完成，没有发现不一致。{unjudged.length > 0 && `另有 ${unjudged.length} 个数字没有核对，见下。`}
        </Note>
      )}
      {own.length > 0 && <Faults faults={own} caption={`${title}：${own.length} 处不一致`} />}
      {system.length > 0 && <Faults faults={system} caption={`与本系统数据不一致：${system.length} 处`} />}
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
      {unjudged.length > 0 && (
        <section>
          <h3 className="font-semibold">没有核对的数字</h3>
          <List kind="points">
            {unjudged.map(({ place, words }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice, and the list never changes
              <li key={index}>
                {place}：{words}
              </li>
            ))}
          </List>
        </section>
      )}
    </div>
  )
}

function Faults({ faults, caption }: { faults: readonly PrintedFault[]; caption: string }) {
  return (
    <Table caption={caption} captioned heads={HEADS}>
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
  )
}

/** A figure with its unit is not parted; only a longer passage may be. */
function Short({ children }: { children: string }) {
  return <span className={children.length <= 10 ? 'whitespace-nowrap' : undefined}>{children}</span>
}
