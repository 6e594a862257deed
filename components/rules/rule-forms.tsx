import type { ComponentProps } from 'react'
import { Section } from '@/components/ui/section'
import { byLevel, type KindRow, levelName } from '@/lib/domain/adoptions/kinds'
import type { FormAction } from '@/lib/domain/base/result'
import { type CategoryRow, categoryName } from '@/lib/domain/office/category'
import type { RuleRow } from '@/lib/domain/rules/book'
import { ruleInWords } from '@/lib/domain/rules/row-words'
import { writables } from '@/lib/domain/rules/writable'
import { type Quarter, quarterName } from '@/lib/domain/time/quarter'
import { ruleKey } from '@/lib/schemas/rules'
import { LevelForm } from './level-form'
import { quartersToHold } from './quarters'
import { RuleForm } from './rule-form'
import { TakeAwayForm } from './take-away-form'

type Props = {
  write: ComponentProps<typeof RuleForm>['action']
  dropRule: FormAction
  addLevel: FormAction
  dropLevel: FormAction
  keys: readonly [rule: string, droppedRule: string, level: string, droppedLevel: string]
  rows: readonly RuleRow[]
  /** The levels that the office has added, with why they can't be taken away. */
  added: readonly { level: string; use: string | null }[]
  categories: readonly CategoryRow[]
  kinds: readonly KindRow[]
  /** The first quarter from which a line may still be written, where any is closed, and the first that is known. */
  openFrom: Quarter | null
  oldest: Quarter
  current: Quarter
  publications: readonly string[]
}

/** Where the office writes its rules, and adds a level of adoption. */
export function RuleForms({
  write,
  dropRule,
  addLevel,
  dropLevel,
  keys,
  rows,
  added,
  categories,
  kinds,
  openFrom,
  oldest,
  current,
  publications,
}: Props) {
  const first = openFrom ?? oldest
  const open = rows.filter(({ validFrom }) => openFrom === null || validFrom >= openFrom)
  const settled = openFrom ? `${quarterName(openFrom)}以前的，通报已经印发或者数字来自历史数据，不能撤去。` : ''
  const levels = byLevel(kinds).map(({ level }) => levelName(level))
  return (
    <div className="mt-12 print:hidden">
      <Section
        title="新的规定"
        id="new-rule"
        about={
          <>
            每次写一项。同一项、同一季度再写的，代替原来的。
            {openFrom && `${quarterName(openFrom)}以前的计分办法不能再改。`}
          </>
        }
      >
        <RuleForm
          action={write}
          formKey={keys[0]}
          categories={categories}
          groups={writables(kinds)}
          quarters={quartersToHold(first, current)}
          quarter={first > current ? first : current}
          publications={publications}
        />
      </Section>
      <Section
        title="撤去写错的规定"
        id="drop-rule"
        about={`误写的规定撤去后，此前的规定继续执行。${settled}${open.length === 0 ? '现在没有可以撤去的规定。' : ''}`}
        className="pt-6"
      >
        <TakeAwayForm
          action={dropRule}
          formKey={keys[1]}
          name="written"
          label="要撤去的规定"
          options={open.map((row) => ({
            value: ruleKey(row),
            name: `${quarterName(row.validFrom)}起，${categoryName(categories, row.category)}：${ruleInWords(row.kind, { ...row, choice: row.choice ?? null })}`,
          }))}
        />
      </Section>
      <Section
        title="增加采用级别"
        id="new-level"
        about={`现有${levels.join('、')}。增加的级别排在这些之后，设定分值后计分。`}
        className="pt-6"
      >
        <LevelForm action={addLevel} formKey={keys[2]} />
        {added.length > 0 && (
          <>
            <ul className="mt-6 text-sm text-second">
              {added.map(({ level, use }) => (
                <li key={level}>{use ?? `“${level}”还没有使用，可以撤去。`}</li>
              ))}
            </ul>
            <TakeAwayForm
              action={dropLevel}
              formKey={keys[3]}
              name="level"
              label="要撤去的级别"
              options={added.flatMap(({ level, use }) => (use === null ? [{ value: level, name: level }] : []))}
            />
          </>
        )}
      </Section>
    </div>
  )
}
