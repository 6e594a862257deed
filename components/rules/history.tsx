import { Table } from '@/components/ui/table'
import { type CategoryRow, categoryName } from '@/lib/domain/office/category'
import type { RuleRow } from '@/lib/domain/rules/book'
import { ruleInWords } from '@/lib/domain/rules/row-words'
import { quarterName } from '@/lib/domain/time/quarter'

const HEADS = ['开始执行', '适用于', '规定', '依据文件'].map((name) => ({ name }))
type Props = { rows: readonly RuleRow[]; categories: readonly CategoryRow[] }

/** 历次规定: every line that was ever written, newest first; those of one document, quarter and category together. */
export function RuleHistory({ rows, categories }: Props) {
  return (
    <Table caption="历次规定" captioned heads={HEADS} className="mt-12">
      <tbody>
        {together(rows).map(({ category, validFrom, source, sentences }) => (
          <tr key={`${category} ${validFrom} ${sentences[0]}`}>
            <td data-label="开始执行">
              <span className="whitespace-nowrap">{quarterName(validFrom)}</span>
            </td>
            <td data-label="适用于">
              <span className="whitespace-nowrap">{categoryName(categories, category)}</span>
            </td>
            <td data-wide="">
              <span className="font-normal">{sentences.join('')}</span>
            </td>
            <td data-label="依据文件">{source ?? '未注明'}</td>
          </tr>
        ))}
      </tbody>
    </Table>
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
