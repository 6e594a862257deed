import { type CheckReport, FAULT_KINDS } from '@/lib/domain/checking/report'

/** What the check found: a row a fault with place, printed, right and why; remarks below. Nothing found is said too. */
export function Report({ report: { faults, remarks }, title }: { report: CheckReport; title: string }) {
  return (
    <>
      {faults.length === 0 ? (
        <p className="note note-done">核对完成，没有发现不一致。</p>
      ) : (
        <table className="table table-stack check-report">
          <caption>
            {title}：{faults.length} 处不一致
          </caption>
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">位置</th>
              <th scope="col">原文</th>
              <th scope="col">应为</th>
              <th scope="col">依据</th>
              <th scope="col">类别</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ kind, place, printed, expected, why }, index) => (
              <tr key={`${place} ${printed} ${expected}`}>
                <td data-label="序号">{index + 1}</td>
                <td data-label="位置" data-wide="">
                  {place}
                </td>
                <td data-label="原文">{printed}</td>
                <td data-label="应为">{expected}</td>
                <td data-label="依据">{why}</td>
                <td data-label="类别">{FAULT_KINDS[kind]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {remarks.length > 0 && (
        <section className="check-remarks">
          <h3>说明</h3>
          <ul>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
