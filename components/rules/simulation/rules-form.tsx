import { optionsHtml } from '@/components/ui/form/options'
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
    <form action="/simulations/new" className="trial-form no-print">
      <label className="trial-quarter">
        季度
        <select
          name="quarter"
          className="input"
          dangerouslySetInnerHTML={optionsHtml(
            choices.map((q) => ({ value: q, name: quarterName(q) })),
            quarter,
          )}
        />
      </label>
      {CATEGORIES.map((category) => (
        <fieldset key={category}>
          <legend>{categoryName(category)}每条计分</legend>
          <div className="trial-grid">
            {RULE_FIELDS.filter((row) => row.category === category).map(({ field, kind, label }) => {
              const now = rules[category].get(kind)
              const inForce = now ? formatCenti(now.points) : ''
              const fault = faults[field]
              return (
                <label key={field}>
                  {label}
                  <input
                    id={`field-${field}`}
                    name={field}
                    className="input"
                    inputMode="decimal"
                    autoComplete="off"
                    defaultValue={typed[field] || inForce}
                    aria-invalid={fault ? true : undefined}
                    aria-describedby={`now-${field}`}
                  />
                  <small id={`now-${field}`}>{fault ?? (now ? `现行 ${inForce} 分` : '现行不计分')}</small>
                </label>
              )
            })}
          </div>
        </fieldset>
      ))}
      <div className="trial-ways">
        <button type="submit" className="button button-primary">
          试算
        </button>
        <a href={`/simulations/new?quarter=${quarter}`}>恢复现行分值</a>
      </div>
    </form>
  )
}
