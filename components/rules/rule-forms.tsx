import { Section } from '@/components/ui/section'
import { byLevel, type KindRow, levelName } from '@/lib/domain/adoptions/kinds'
import type { FormAction } from '@/lib/domain/base/result'
import type { CategoryRow } from '@/lib/domain/office/category'
import { writables } from '@/lib/domain/rules/writable'
import { type Quarter, quarterName } from '@/lib/domain/time/quarter'
import { LevelForm } from './level-form'
import { quartersToHold } from './quarters'
import { RuleForm } from './rule-form'

type Props = {
  write: FormAction
  addLevel: FormAction
  keys: readonly [rule: string, level: string]
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
  addLevel,
  keys,
  categories,
  kinds,
  openFrom,
  oldest,
  current,
  publications,
}: Props) {
  const first = openFrom ?? oldest
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
        title="增加采用级别"
        id="new-level"
        about={`现有${levels.join('、')}。增加的级别排在这些之后，设定分值后计分。`}
        className="pt-6"
      >
        <LevelForm action={addLevel} formKey={keys[1]} />
      </Section>
    </div>
  )
}
