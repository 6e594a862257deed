import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import { List } from '@/components/ui/list'
import { Tabs } from '@/components/ui/tabs'
import { fileTables } from '@/lib/domain/figures/tables'
import type { CategoryRow } from '@/lib/domain/office/category'
import type { Quarter } from '@/lib/domain/time/quarter'
import { SPANS, type Span, spanSoFar } from '@/lib/domain/time/span'
import { spanQuery } from './links'
import { Print } from './print'

type Props = { quarter: Quarter; span: Span; categories: readonly CategoryRow[]; simulates: boolean }

/** Over which time to look, and what to take away. */
export function Tools({ quarter, span, categories, simulates }: Props) {
  const at = `/ranking/${quarter}`
  return (
    <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2 w-full text-base print:hidden">
      <Tabs
        label="统计时段"
        tabs={(Object.keys(SPANS) as Span[]).map((one) => ({
          href: at + spanQuery(one),
          name: spanSoFar(quarter, one),
          here: one === span,
        }))}
      />
      <ul className="flex flex-wrap items-baseline gap-x-6 gap-y-1 lg:ml-auto">
        <li>
          <Link href={`/rules?quarter=${quarter}`} kind="quiet">
            计分办法
          </Link>
        </li>
        <li>
          <Link href={`/wall/${quarter}${spanQuery(span)}`} kind="quiet">
            大屏
          </Link>
        </li>
        {simulates && (
          <li>
            <Link href={`/simulations/new?quarter=${quarter}`} kind="quiet">
              试算
            </Link>
          </li>
        )}
        <Print />
        <li>
          <Link href={`${at}/xlsx${spanQuery(span)}`} kind="quiet" download>
            下载电子表格
          </Link>
        </li>
        <li>
          <Disclosure summary="下载 CSV" over>
            <List kind="plain">
              {fileTables(categories).map(({ table, name }) => (
                <li key={table}>
                  <Link href={`${at}/csv?table=${table}${spanQuery(span, '&')}`} kind="quiet" download>
                    {name}
                  </Link>
                </li>
              ))}
            </List>
          </Disclosure>
        </li>
      </ul>
    </div>
  )
}
