import { Actions } from '@/components/ui/actions'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { Link } from '@/components/ui/link'
import { Select } from '@/components/ui/select'
import { formatCenti } from '@/lib/domain/base/exact'
import type { CategoryRules } from '@/lib/domain/rules/book'
import { type Quarter, quarterName } from '@/lib/domain/time/quarter'
import { ruleFields } from '@/lib/schemas/rules'

type Props = {
  quarter: Quarter
  quarters: readonly Quarter[]
  inForce: readonly CategoryRules[]
  /** What the address carries, by field. */
  typed: Readonly<Record<string, string>>
  faults: Readonly<Record<string, string>>
}

/** The points of every kind, to be tried: a form that only asks, so its address can be kept and sent on. */
export function RulesForm({ quarter, quarters, inForce, typed, faults }: Props) {
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
      {inForce.map(({ category, rules }) => (
        <fieldset key={category.key}>
          <legend className="mb-2 font-semibold">{category.name}每条计分</legend>
          <div className="grid grid-cols-2 sm:grid-cols-4 lg:grid-cols-7 items-start gap-x-4 gap-y-2 text-sm">
            {ruleFields([category]).map(({ field, kind, label }) => {
              const now = rules.get(kind)
              const points = now ? formatCenti(now.points) : ''
              return (
                <PointsField
                  key={field}
                  name={field}
                  label={label}
                  value={typed[field] || points}
                  fault={faults[field]}
                  says={now ? `现行 ${points} 分` : '现行不计分'}
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
