import { type Kind, kindName } from '../adoptions/kinds'
import { type Fraction, fraction, minus } from '../base/exact'
import { INSTRUCTION_LEVELS } from '../items/instruction'
import type { PointLine } from './lines'

/** A line behind a unit's points as a row of a list. `itemId` is null where no item stands behind it. */
export type PointRow = {
  key: string
  itemId: string | null
  commissionId: string | null
  /** Whose item it is: the unit itself, or the one that shared it. */
  unitId: string | null
  day: string | null
  kind: Kind | null
  /** "区级采用·信息，《每日要情》", "市级领导批示", "约稿未回复". */
  what: string
  /** The same without the publication, for whoever may not read the item. */
  plain: string
  points: Fraction
}

/**
 * The rows of a list of points: in all, or (`extra`) only what they come to more or less than count × points. Their sum
 * is the figure.
 */
export function lineRows(lines: readonly PointLine[], figure: 'points' | 'extra'): PointRow[] {
  return lines.flatMap((line, index) => {
    const points = figure === 'points' ? line.points : minus(line.points, fraction(line.plain))
    if (points.n === 0 && (figure === 'extra' || line.of !== 'adoption')) return []
    return [{ ...rowOf(line, index), points }]
  })
}

function rowOf(line: PointLine, index: number): Omit<PointRow, 'points'> {
  const none = { itemId: null, commissionId: null, unitId: null, day: null, kind: null }
  switch (line.of) {
    case 'adoption': {
      const { id, itemId, unitId, day, kind, publication, sharers = 1 } = line.adopted
      const shared = sharers > 1 ? `，${sharers} 个单位共享` : ''
      const source = publication ? `，《${publication.replace(/[《》]/g, '')}》` : ''
      const instead = line.lesser ? '，同一信息已计最高的一次' : ''
      const [what, plain] = [source, ''].map((from) => `${kindName(kind)}${from}${shared}${instead}`) as [
        string,
        string,
      ]
      return { ...none, key: id ?? `${index}`, itemId: itemId ?? null, unitId, day: day ?? null, kind, what, plain }
    }
    case 'instruction': {
      const { id, itemId, unitId, level, day, with: others = [] } = line.instructed
      const shared = others.length > 0 ? `，${others.length + 1} 个单位共享` : ''
      return { ...none, key: id, itemId, unitId, day: day ?? null, ...same(`${INSTRUCTION_LEVELS[level]}${shared}`) }
    }
    case 'unanswered': {
      const { commissionId, unitId, day } = line.unanswered
      return {
        ...none,
        key: `${commissionId} ${unitId}`,
        commissionId,
        unitId,
        day: day ?? null,
        ...same('约稿未回复'),
      }
    }
    case 'floor':
      return { ...none, key: `floor ${index}`, ...same('扣完为止，不计负分') }
  }
}

const same = (what: string) => ({ what, plain: what })
