import 'server-only'
import { and, count, eq, inArray, like, ne, or, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { adoptions, gradeProposals, pastFigures, publications, rules, upperLines } from '@/db/schema'
import { isAdded, kindsOfLevels, type LevelRow } from '@/lib/domain/adoptions/kinds'

/** Why a level can't be taken away: it is one of every district, or what was written or recorded in it; null where it can. */
export async function levelUse(tx: Database, row: LevelRow): Promise<string | null> {
  if (!isAdded(row.level)) return `${row.level}是各地都有的级别，不能撤去。`
  const kinds = kindsOfLevels([row]).map(({ kind }) => kind)
  const counts = pastFigures.counts
  const waiting = eq(gradeProposals.state, 'waiting')
  const uses: readonly [words: string, table: Counted, where: SQL | undefined][] = [
    ['条计分规定，请先撤去（已印发通报的季度的不能撤去）', rules, inArray(rules.kind, kinds)],
    ['条已登记的采用，已撤销的也在内', adoptions, inArray(adoptions.kind, kinds)],
    ['条待发布的采用建议', gradeProposals, and(waiting, inArray(gradeProposals.kind, kinds))],
    ['个刊物，请先改动刊物的采用类别', publications, inArray(publications.kind, kinds)],
    ['条上级采用反馈', upperLines, and(ne(upperLines.state, 'dropped'), inArray(upperLines.kind, kinds))],
    ['行历史数据', pastFigures, or(...kinds.map((kind) => like(counts, `%${JSON.stringify(kind)}%`)))],
  ]
  const said: string[] = []
  for (const [words, table, where] of uses) {
    const [row] = await tx.select({ n: count() }).from(table).where(where)
    if (row && row.n > 0) said.push(`${row.n} ${words}`)
  }
  return said.length > 0 ? `“${row.level}”正在使用，不能撤去：有 ${said.join('；有 ')}。` : null
}

type Counted =
  | typeof rules
  | typeof adoptions
  | typeof gradeProposals
  | typeof publications
  | typeof upperLines
  | typeof pastFigures
