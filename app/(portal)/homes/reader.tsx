import { listPath } from '@/components/figures/links'
import { Actions } from '@/components/ui/actions'
import { Figure, Figures } from '@/components/ui/figures'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { leadingQuarter, rankingOf } from '@/lib/data/figures/figures'
import type { Viewer } from '@/lib/domain/people/policy'
import { quarterName } from '@/lib/domain/time/quarter'

/** What leadership opens the portal for: the four totals, the ranking, the notice. */
export async function readerHome(viewer: Viewer, now: number) {
  const quarter = await leadingQuarter(viewer, now)
  const { totals } = await rankingOf(viewer, quarter)
  const figures = [
    ['报送', totals.items, 'items'],
    ['区级采用', totals.district, 'district'],
    ['市级采用', totals.city, 'city'],
    ['省级采用', totals.province, 'province'],
  ] as const
  return (
    <Sheet>
      <PageHead title={quarterName(quarter)} />
      <div className="grid gap-6">
        <Figures>
          {figures.map(([name, total, figure]) => (
            <Figure key={figure} name={name} value={total} unit="条" href={listPath(quarter, { figure })} />
          ))}
        </Figures>
        <Actions>
          <Link href={`/ranking/${quarter}`} kind="primary">
            查看排名
          </Link>
          <Link href={`/notices/${quarter}`} kind="plain">
            查看通报
          </Link>
        </Actions>
      </div>
    </Sheet>
  )
}
