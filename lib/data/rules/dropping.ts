import 'server-only'
import { eq } from 'drizzle-orm'
import { record } from '@/db/audit'
import { levels, rules } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, fieldFault } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import { contradictionFrom } from '@/lib/domain/rules/contradictions'
import type { DropLevelInput, DropRuleInput } from '@/lib/schemas/rules'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { categoriesNow } from '../office/inner/categories'
import { levelUse } from './inner/level-use'
import { levelsNow } from './inner/levels'
import { keyOfRule, requireOpen, ruleLogged, ruleRows, ruleSubject, ruleValues } from './inner/lines'
import { widelySharedFault } from './inner/sharing'

/**
 * Takes a line of the rule book away that was written by mistake, as long as no settled quarter rests on it: what held before
 * holds again. Gives the line.
 */
export function dropRule(viewer: Viewer, { written: line }: DropRuleInput, arrival: Arrival) {
  return write(viewer, 'rule.drop', arrival, line, async (tx) => {
    authorize(viewer, 'rule.drop')
    const rows = await ruleRows(tx)
    const { category, validFrom, kind } = line
    const same = (row: typeof line) => row.category === category && row.validFrom === validFrom && row.kind === kind
    const was = rows.find(same)
    if (!was) throw fieldFault('written', 'conflict', '这一条已由他人撤去或改动，请重新选择。')
    await requireOpen(tx, validFrom, 'written')
    const after = rows.filter((row) => !same(row))
    const categories = await categoriesNow(tx)
    const fault =
      contradictionFrom(after, { category, from: validFrom, kinds: [kind] }) ??
      (await widelySharedFault(tx, validFrom, after, categories))
    if (fault) throw fieldFault('written', 'conflict', `不能撤去。${fault}`)
    await tx.delete(rules).where(keyOfRule(line))
    const detail = { ...ruleLogged(line), from: ruleValues(was) }
    await record(
      tx,
      viewer.userId,
      { verb: 'rule.drop', subject: ruleSubject(kind), detail, figures: 'all' },
      arrival.at,
    )
    return { ...line, points: was.points, choice: was.choice ?? null }
  })
}

/** Takes a level away that was added by mistake, as long as nothing was recorded or written in it. */
export function dropLevel(viewer: Viewer, { level }: DropLevelInput, arrival: Arrival): Promise<{ level: string }> {
  return write(viewer, 'level.drop', arrival, { level }, async (tx) => {
    authorize(viewer, 'level.drop')
    const row = (await levelsNow(tx)).find((one) => one.level === level)
    if (!row) throw fieldFault('level', 'conflict', '这一级别已由他人撤去，请重新选择。')
    const use = await levelUse(tx, row)
    if (use !== null) throw new Fault('conflict', use, { level: use })
    await tx.delete(levels).where(eq(levels.level, row.level))
    const { formed, position } = row
    const detail = { formed, position }
    await record(tx, viewer.userId, { verb: 'level.drop', subject: row.level, detail }, arrival.at)
    return { level: row.level }
  })
}
