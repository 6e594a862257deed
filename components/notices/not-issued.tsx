import { Quarters } from '@/components/figures/quarters'
import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { type Quarter, quarterName } from '@/lib/domain/time/quarter'

/** What whoever reads issued notices alone finds where none is issued yet. */
export function NotIssued({ quarter, quarters }: { quarter: Quarter; quarters: readonly Quarter[] }) {
  return (
    <Sheet className="max-w-[50em] mx-auto">
      <PageHead title={`${quarterName(quarter)}通报`} />
      <Empty action={<Link href={`/ranking/${quarter}`}>看本季度排名</Link>}>
        本季度通报尚未印发。印发后在此阅读，数字可以逐项点开。
      </Empty>
      <Quarters base="/notices" quarter={quarter} quarters={quarters} />
    </Sheet>
  )
}
