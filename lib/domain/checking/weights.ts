import type { Centi } from '../base/exact'

/**
 * A row of an adoption table: a count a kind, the total in hundredths, and whether its share speaks against the total.
 * `excuse`: by how much a count would have to be changed, and whether the body speaks for that (true) or against it.
 */
export type Equation = {
  counts: readonly number[]
  points: Centi
  doubtful?: boolean
  excuse?: (kind: number, change: number) => boolean | null
}
/** Points a kind in hundredths; null where neither rows nor legend tell. */
export type Weights = readonly (Centi | null)[]

/** What a table's rows say about its points. */
export type Solution = {
  weights: Weights
  /** By kind: whether the rows alone determine it. */
  proven: readonly boolean[]
  /** Rows that no points of more than 0 explain beside the others. */
  unexplained: ReadonlySet<Equation>
}

/** A printed weight that is wrong costs more than one wrong row, less than two: one row alone proves nothing. */
const LEGEND_COST = 1.5
/** A total that its own share contradicts is the likelier to be wrong. */
const DOUBTFUL_COST = 0.6
/** A row whose counts the body contradicts by just what is amiss is the likelier to be wrong, and one whose counts it upholds the less. */
const EXCUSED_COST = 0.7
const UPHELD_COST = 1.3
/** Points are whole or half ones; others are told of only where nothing else explains the rows. */
const ODD_COST = 0.1
const SINGLE_LIMIT = 200
const PAIR_LIMIT = 60

/**
 * The points by which most rows add up, found by solving the rows exactly; `legend` (null: none printed) decides what the
 * rows leave open, and between explanations of equal cost.
 */
export function solveWeights(rows: readonly Equation[], legend: Weights | null): Solution {
  const kinds = rows[0]?.counts.length ?? legend?.length ?? 0
  const printed: Weights = legend ?? Array.from({ length: kinds }, () => null)
  const cost = (weights: Weights) =>
    rows.reduce((sum, row) => sum + (fits(row, weights) === false ? misfitCost(row, weights) : 0), 0) +
    ODD_COST * weights.filter((weight) => weight !== null && weight % 50 !== 0).length +
    LEGEND_COST * weights.filter((w, k) => legend !== null && printed[k] !== null && w !== printed[k]).length
  let best = printed
  let least = legend ? cost(printed) : Number.POSITIVE_INFINITY
  // Rows without any adoption say nothing about points, whatever their total.
  const telling = rows.filter(({ counts }) => counts.some((count) => count > 0))
  const solved = (some: readonly Equation[]) => positive(solve(some, printed), some, legend)
  const consider = (weights: Weights | null, left: readonly Equation[] = []) => {
    if (!weights) return
    const price = cost(weights) + left.filter((row) => fits(row, weights) === null).length
    if (price < least) [best, least] = [weights, price]
  }
  const leaveOut = (...left: Equation[]) => consider(solved(telling.filter((row) => !left.includes(row))), left)
  // With a legend one row that does not fit is the cheapest there is; without one, a doubtful row is.
  const enough = legend ? 1 : DOUBTFUL_COST
  const misfits = () => telling.filter((row) => fits(row, best) === false).length
  if (least > enough) leaveOut()
  if (least > enough) consider(descend(telling, best))
  if (least > enough && telling.length <= SINGLE_LIMIT)
    for (const row of suspects(telling, best, printed)) leaveOut(row)
  if (misfits() > 1 && telling.length <= PAIR_LIMIT) {
    for (const [i, one] of telling.entries()) for (const other of telling.slice(0, i)) leaveOut(one, other)
  }
  if (misfits() > 1) consider(descend(telling, best))
  const judged = telling.filter((row) => fits(row, best))
  const open = telling.length <= SINGLE_LIMIT ? telling.filter((row) => fits(row, best) === null) : []
  const unexplained = new Set(strangers(open, judged, solved))
  const agreeing = telling.filter((row) => fits(row, best) !== false && !unexplained.has(row))
  return { weights: best, proven: provenBy(agreeing, kinds), unexplained }
}

/** Of the rows that nothing is known of yet, those that no points explain; where only all together are, those that are doubtful. */
function strangers(
  open: readonly Equation[],
  judged: readonly Equation[],
  solved: (some: readonly Equation[]) => Weights | null,
): readonly Equation[] {
  const alone = open.filter((row) => !solved([...judged, row]))
  if (alone.length > 0 || open.length === 0 || solved([...judged, ...open])) return alone
  const [doubtful, others] = [true, false].map((is) => open.filter((row) => Boolean(row.doubtful) === is))
  return solved([...judged, ...(others ?? [])]) ? (doubtful ?? []) : []
}

function misfitCost({ counts, points, doubtful, excuse }: Equation, weights: Weights): number {
  if (doubtful) return DOUBTFUL_COST
  if (!excuse) return 1
  const delta = points - (weightedSumOf(counts, weights) ?? 0)
  const told = counts.map((count, k) => {
    const change = delta / (weights[k] || Number.NaN)
    return Number.isInteger(change) && count + change >= 0 ? excuse(k, change) : false
  })
  return told.includes(true) ? EXCUSED_COST : told.includes(null) ? 1 : UPHELD_COST
}

/** Where no legend says so, what is counted does not score 0: then a row is wrong, not the points. */
function positive(weights: Weights | null, rows: readonly Equation[], legend: Weights | null): Weights | null {
  const zero = weights?.some((weight, k) => weight === 0 && rows.some(({ counts }) => (counts[k] ?? 0) > 0))
  return zero && legend === null ? null : weights
}

/** Rows worth leaving out: all where some do not fit, else those that alone, or two by two, speak for another weight. */
function suspects(rows: readonly Equation[], weights: Weights, printed: Weights): readonly Equation[] {
  if (rows.some((row) => fits(row, weights) !== true)) return rows
  const rare = weights.flatMap((weight, k) => {
    const users = rows.filter(({ counts }) => (counts[k] ?? 0) > 0)
    return weight !== printed[k] && users.length <= 2 ? users : []
  })
  return [...new Set(rare)]
}

/** Whether a row's counts give its total; null when a weight it needs is not known. */
export function fits({ counts, points }: Equation, weights: Weights): boolean | null {
  const sum = weightedSumOf(counts, weights)
  return sum === null ? null : sum === points
}

/** Σ count × points, in hundredths; null when a weight it needs is not known. */
export function weightedSumOf(counts: readonly number[], weights: Weights): Centi | null {
  let sum = 0
  for (const [k, count] of counts.entries()) {
    const weight = weights[k]
    if (count === 0) continue
    if (weight === null || weight === undefined) return null
    sum += count * weight
  }
  return sum
}

/** Kind by kind, the weight that most rows ask for while the others stand. */
function descend(rows: readonly Equation[], start: Weights): Weights {
  const weights = [...start]
  for (let round = 0; round < 3; round++) {
    for (const k of weights.keys()) {
      const votes = new Map<number, number>()
      for (const { counts, points } of rows) {
        const own = counts[k] ?? 0
        const others = weightedSumOf(counts.with(k, 0), weights)
        const asked = own && others !== null ? (points - others) / own : -1
        if (asked > 0 && Number.isInteger(asked)) votes.set(asked, (votes.get(asked) ?? 0) + 1)
      }
      const most = Math.max(0, ...votes.values())
      if (most > 0) weights[k] = [...votes].find(([, n]) => n === most)?.[0] ?? null
    }
  }
  return weights
}

type Row = bigint[]

/** Echelon form, each row with its first column; null when the rows contradict one another. */
function echelon(rows: readonly Equation[]): { row: Row; pivot: number }[] | null {
  const basis: { row: Row; pivot: number }[] = []
  const width = rows[0]?.counts.length ?? 0
  for (const { counts, points } of rows) {
    let row = [...counts, points].map(BigInt)
    for (const { row: by, pivot } of basis) row = eliminate(row, by, pivot)
    const pivot = row.findIndex((value) => value !== 0n)
    if (pivot === width) return null
    if (pivot >= 0) {
      for (const other of basis) other.row = eliminate(other.row, row, pivot)
      basis.push({ row, pivot })
    }
  }
  return basis
}

function eliminate(row: Row, by: Row, pivot: number): Row {
  const [own, other] = [row[pivot] ?? 0n, by[pivot] ?? 0n]
  if (own === 0n) return row
  const next = row.map((value, k) => value * other - (by[k] ?? 0n) * own)
  const divisor = next.reduce((a, b) => gcd(a, b < 0n ? -b : b), 0n)
  return divisor > 1n ? next.map((value) => value / divisor) : next
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}

/** Weights that satisfy every row, what is open taken from the legend; null when there are none in hundredths. */
function solve(rows: readonly Equation[], legend: Weights): Weights | null {
  const basis = echelon(rows)
  if (!basis) return null
  const weights = [...legend]
  const pivots = new Set(basis.map(({ pivot }) => pivot))
  for (const { row, pivot } of basis) {
    const width = row.length - 1
    let sum = row[width] ?? 0n
    const left: bigint[] = []
    for (let k = 0; k < width; k++) {
      if (k === pivot || !row[k]) continue
      const open = pivots.has(k) ? null : legend[k]
      if (open === null || open === undefined) left.push(row[k] ?? 0n)
      else sum -= (row[k] ?? 0n) * BigInt(open)
    }
    if (left.length > 0) {
      // Points are not below 0, whatever they are.
      const up = (row[pivot] ?? 1n) > 0n
      if (left.every((count) => count > 0n === up) && sum !== 0n && sum > 0n !== up) return null
      weights[pivot] = null
      continue
    }
    const by = row[pivot] ?? 1n
    const value = Number(sum / by)
    if (sum % by !== 0n || value < 0) return null
    weights[pivot] = value
  }
  return weights
}

function provenBy(rows: readonly Equation[], kinds: number): boolean[] {
  const basis = echelon(rows) ?? []
  return Array.from({ length: kinds }, (_, k) =>
    basis.some(({ row, pivot }) => pivot === k && row.every((value, at) => at === k || at === kinds || value === 0n)),
  )
}
