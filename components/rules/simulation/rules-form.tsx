import { Actions } from '@/components/ui/actions'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Link } from '@/components/ui/link'
import { Select } from '@/components/ui/select'
import { CATEGORIES, categoryName } from '@/lib/domain/adoptions/kinds'
import { formatCenti } from '@/lib/domain/base/exact'
import type { Ranking } from '@/lib/domain/figures/ranking'
import { type Quarter, quarterName } from '@/lib/domain/time/quarter'
import { RULE_FIELDS } from '@/lib/schemas/rules'

type Props = {
  quarter: Quarter
  quarters: readonly Quarter[]
  rules: Ranking['rules']
  /** What the address carries, by field. */
  typed: Readonly<Record<string, string>>
  faults: Readonly<Record<string, string>>
}

/** The points of every kind, to be tried: a form that only asks, so its address can be kept and sent on. */
export function RulesForm({ quarter, quarters, rules, typed, faults }: Props) {
  const choices = quarters.includes(quarter) ? quarters : [quarter, ...quarters]
  return (
    <form action="/simulations/new" className="grid gap-4 print:hidden">
      <Select
        name="quarter"
        label="季度"
        width="medium"
        options={choices.map((q) => ({ value: q, name: quarterName(q) }))}
        defaultValue={quarter}
      />
      {CATEGORIES.map((category) => (
        <fieldset key={category}>
          <legend className="mb-2 font-semibold">{categoryName(category)}每条计分</legend>
          <div className="grid grid-cols-2 sm:grid-cols-4 lg:grid-cols-7 items-start gap-x-4 gap-y-2 text-sm">
            {RULE_FIELDS.filter((row) => row.category === category).map(({ field, kind, label }) => {
              const now = rules[category].get(kind)
              const inForce = now ? formatCenti(now.points) : ''
              return (
                <PointsField
                  key={field}
                  name={field}
                  label={label}
                  value={typed[field] || inForce}
                  fault={faults[field]}
                  says={now ? `现行 ${inForce} 分` : '现行不计分'}
                />
              )
            })}
          </div>
        </fieldset>
      ))}
      <Actions>
        <Button type="submit" kind="primary">
          试算
        </Button>
        <Link href={`/simulations/new?quarter=${quarter}`}>恢复现行分值</Link>
      </Actions>
    </form>
  )
}

type PointsProps = { name: string; label: string; value: string; fault?: string; says: string }

/** One of fourteen small questions side by side: its fault stands where else it says what is in force. */
function PointsField({ name, label, value, fault, says }: PointsProps) {
  return (
    <div>
      <label htmlFor={`field-${name}`}>{label}</label>
      <Input
        id={`field-${name}`}
        name={name}
        aria-label={label}
        number
        inputMode="decimal"
        autoComplete="off"
        defaultValue={value}
        fault={fault}
        aria-describedby={`now-${name}`}
      />
      <span id={`now-${name}`} className={fault ? 'text-red font-semibold' : 'text-second'}>
        {fault ?? says}
      </span>
    </div>
  )
}
