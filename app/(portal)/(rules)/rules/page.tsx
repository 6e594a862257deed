import type { Metadata } from 'next'
import { quartersToChoose } from '@/app/(portal)/drawing'
import { page } from '@/app/page-of'
import { QuarterPicker } from '@/components/figures/quarter-picker'
import { RuleBooks } from '@/components/rules/book'
import { RuleHistory } from '@/components/rules/history'
import { RuleForms } from '@/components/rules/rule-forms'
import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { publicationsOf } from '@/lib/data/editions/publications'
import { addedLevels } from '@/lib/data/rules/levels'
import { ruleBook } from '@/lib/data/rules/rules'
import { notFound } from '@/lib/domain/base/fault'
import { can } from '@/lib/domain/people/policy'
import { bookInWords } from '@/lib/domain/rules/in-words'
import { parseQuarter, quarterName, quarterOfInstant } from '@/lib/domain/time/quarter'
import { addLevel, dropLevel, dropRule, writeRule } from './actions'

export const metadata: Metadata = { title: '计分办法' }

/** What points are given for in a quarter, in plain sentences, and where the office writes it. */
export default page('/rules', async ({ viewer, search }) => {
  const { quarter: asked } = search
  const now = Date.now()
  const current = quarterOfInstant(now)
  const quarter = typeof asked === 'string' ? parseQuarter(asked) : current
  if (!quarter) throw notFound()
  const [book, known] = await Promise.all([ruleBook(viewer, quarter), quartersToChoose(viewer, now)])
  const writes = can(viewer, 'rule.write').allowed
  const quarters = [...new Set([...known, ...book.rows.map(({ validFrom }) => validFrom)])].toSorted().reverse()
  return (
    <Sheet>
      <PageHead
        title={`${quarterName(quarter)}计分办法`}
        action={<QuarterPicker quarters={quarters} chosen={quarter} />}
      />
      <p className="mb-4 text-second">
        排名和通报的分数都按下列规定计算。
        {can(viewer, 'simulation.read').allowed && (
          <>
            想看改动以后的名次，可以先<Link href={`/simulations/new?quarter=${quarter}`}>试算</Link>。
          </>
        )}
      </p>
      {writes && book.remarks.length > 0 && (
        <Note tone="late" className="mb-4">
          <ul>
            {book.remarks.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Note>
      )}
      <RuleBooks
        books={book.inForce.map(({ category, rules }) => ({
          category,
          chapters: bookInWords(rules, book.kinds, book.inForce),
        }))}
      />
      {writes && (
        <RuleForms
          write={writeRule}
          dropRule={dropRule}
          addLevel={addLevel}
          dropLevel={dropLevel}
          keys={[newFormKey(viewer), newFormKey(viewer), newFormKey(viewer), newFormKey(viewer)]}
          rows={book.rows}
          added={await addedLevels(viewer)}
          categories={book.categories}
          kinds={book.kinds}
          openFrom={book.openFrom}
          oldest={quarters.at(-1) ?? current}
          current={current}
          publications={(await publicationsOf(viewer)).map(({ name }) => name)}
        />
      )}
      <RuleHistory rows={book.rows} categories={book.categories} />
    </Sheet>
  )
})
