import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { type Quarter, quarterName } from '@/lib/domain/time/quarter'

/** Another quarter of the same page; a plain form, so that it works without scripts. */
export function QuarterPicker({ quarters, chosen }: { quarters: readonly Quarter[]; chosen: Quarter }) {
  const listed = quarters.includes(chosen) ? quarters : [chosen, ...quarters]
  return (
    <form method="get" className="flex items-center gap-2 print:hidden">
      <label htmlFor="quarter">季度</label>
      <Select
        id="quarter"
        name="quarter"
        aria-label="季度"
        width="own"
        options={listed.map((quarter) => ({ value: quarter, name: quarterName(quarter) }))}
        defaultValue={chosen}
      />
      <Button type="submit">查看</Button>
    </form>
  )
}
