import { fileTables } from '@/lib/domain/figures/tables'
import type { CategoryRow } from '@/lib/domain/office/category'
import type { Quarter } from '@/lib/domain/time/quarter'
import { SPANS, type Span } from '@/lib/domain/time/span'
import { spanQuery } from './links'
import { Print } from './print'

type Props = { quarter: Quarter; span: Span; categories: readonly CategoryRow[]; simulates: boolean }

/** Over which time to look, and what to take away. */
export function Tools({ quarter, span, categories, simulates }: Props) {
  const at = `/ranking/${quarter}`
  return (
    <div className="ranking-tools no-print">
      <nav aria-label="统计时段" className="filters">
        {(Object.keys(SPANS) as Span[]).map((one) => (
          <a key={one} href={at + spanQuery(one)} aria-current={one === span ? 'page' : undefined}>
            {SPANS[one]}
          </a>
        ))}
      </nav>
      <ul>
        <li>
          <a href={`/rules?quarter=${quarter}`}>计分办法</a>
        </li>
        <li>
          <a href={`/wall/${quarter}${spanQuery(span)}`}>大屏</a>
        </li>
        {simulates && (
          <li>
            <a href={`/simulations/new?quarter=${quarter}`}>试算</a>
          </li>
        )}
        <Print />
        <li>
          <a href={`${at}/xlsx${spanQuery(span)}`} download>
            下载电子表格
          </a>
        </li>
        <li>
          <details>
            <summary>下载 CSV</summary>
            <ul>
              {fileTables(categories).map(({ table, name }) => (
                <li key={table}>
                  <a href={`${at}/csv?table=${table}${spanQuery(span, '&')}`} download>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        </li>
      </ul>
    </div>
  )
}
