import { type Quarter, quarterName } from '@/lib/domain/time/quarter'

/** Another quarter of the same page; a plain form, so that it works without scripts. */
export function QuarterPicker({ quarters, chosen }: { quarters: readonly Quarter[]; chosen: Quarter }) {
  const listed = quarters.includes(chosen) ? quarters : [chosen, ...quarters]
  return (
    <form method="get" className="no-print flex items-center gap-2">
      <label htmlFor="quarter">季度</label>
      <select id="quarter" name="quarter" className="input w-auto!" defaultValue={chosen}>
        {listed.map((quarter) => (
          <option key={quarter} value={quarter}>
            {quarterName(quarter)}
          </option>
        ))}
      </select>
      <button type="submit" className="button">
        查看
      </button>
    </form>
  )
}
