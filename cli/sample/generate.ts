import { stringify } from 'csv-stringify/sync'
import { sampleAdoptions } from './adoptions'
import { figures, kinds } from './figures'
import { sampleItems } from './items'

export type SampleFile = 'units.csv' | 'rules.csv' | 'targets.csv' | 'items.csv' | 'adoptions.csv'

/** Points in the order of `kinds`, then full marks for submission. */
const points = { department: [5, 6, 3, 10, 8, 20, 5], town: [5, 8, 5, 10, 8, 20, 5] } as const

const sources = {
  department: '样例：按2020年三季度通报附表反推',
  town: '样例：按2020年三季度通报附表反推（镇街当季无市级、省级采用，其分值依附表说明）',
} as const

/**
 * The third quarter of 2020 as files to import: the real counts, with made-up items behind them. The targets also
 * stand for the current year, so that a demo opened today has something to be measured against.
 */
export function sample(currentYear: number): Record<SampleFile, string> {
  const all = sampleItems()
  return {
    'units.csv': csv(
      ['name', 'category', 'aliases'],
      figures.map(({ name, category, aliases }) => ({ name, category, aliases: aliases.join('|') })),
    ),
    'rules.csv': csv(['category', 'valid_from', 'kind', 'points', 'source'], rules()),
    'targets.csv': csv(['unit', 'year', 'quarterly_items', 'annual_points'], targets(currentYear)),
    'items.csv': csv(
      ['ref', 'unit', 'title', 'body', 'submitted_at', 'author', 'phone', 'signer'],
      all.map((item) => ({ ...item, author: '样例撰稿人', phone: '000-0000000', signer: '样例签发人' })),
    ),
    'adoptions.csv': csv(['item', 'kind', 'adopted_on', 'publication', 'issue_no'], sampleAdoptions(all)),
  }
}

function rules() {
  return (['department', 'town'] as const).flatMap((category) =>
    [...kinds, 'submission'].map((kind, index) => ({
      category,
      valid_from: '2020Q1',
      kind,
      points: points[category][index],
      source: sources[category],
    })),
  )
}

function targets(currentYear: number) {
  return [...new Set([2020, currentYear])].flatMap((year) =>
    figures.map(({ name, quarterlyTarget, annualTarget }) => ({
      unit: name,
      year,
      quarterly_items: quarterlyTarget,
      annual_points: annualTarget,
    })),
  )
}

function csv<Column extends string>(columns: Column[], rows: Record<NoInfer<Column>, unknown>[]): string {
  return stringify(rows, { header: true, columns })
}
