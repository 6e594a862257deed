import { type CategoryRow, categoryName } from '@/lib/domain/office/category'
import type { RuleRow } from '@/lib/domain/rules/book'
import { ruleInWords } from '@/lib/domain/rules/row-words'
import { quarterName } from '@/lib/domain/time/quarter'

type Props = { rows: readonly RuleRow[]; categories: readonly CategoryRow[] }

/** 历次规定: every line that was ever written, newest first; those of one document, quarter and category together. */
export function RuleHistory({ rows, categories }: Props) {
  return (
    <table className="table table-stack rule-history">
      <caption>历次规定</caption>
      <thead>
        <tr>
          <th>开始执行</th>
          <th>适用于</th>
          <th>规定</th>
          <th>依据文件</th>
        </tr>
      </thead>
      <tbody>
        {together(rows).map(({ category, validFrom, source, sentences }) => (
          <tr key={`${category} ${validFrom} ${sentences[0]}`}>
            <td data-label="开始执行">{quarterName(validFrom)}</td>
            <td data-label="适用于">{categoryName(categories, category)}</td>
            <td data-wide>{sentences.join('')}</td>
            <td data-label="依据文件">{source ?? '未注明'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Written = Pick<RuleRow, 'category' | 'validFrom' | 'source'> & { sentences: string[] }

function together(rows: readonly RuleRow[]): Written[] {
  const written: Written[] = []
  for (const { category, validFrom, kind, points, choice = null, source } of rows) {
    const words = `${ruleInWords(kind, { points, choice })}。`
    const last = written.at(-1)
    if (last?.category === category && last.validFrom === validFrom && last.source === source)
      last.sentences.push(words)
    else written.push({ category, validFrom, source, sentences: [words] })
  }
  return written
}
