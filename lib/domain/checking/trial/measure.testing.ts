import { rank } from '../../figures/ranking'
import type { RankingInput } from '../../figures/ranking-input'
import { compose } from '../../notices/notice'
import { noticeText } from '../../notices/text'
import type { Known } from '../consistency'
import { squash } from '../plain'
import type { CheckReport, PrintedFault } from '../report'
import type { Mutation } from './lies.testing'

/** For tests only: a notice on a quarter, made on the tenth day after it. */
export function paperLines(input: RankingInput): string[] {
  const [year, n] = [Number(input.quarter.slice(0, 4)), Number(input.quarter.slice(5))]
  const date = n === 4 ? `${year + 1}-01-10` : `${year}-${String(n * 3 + 1).padStart(2, '0')}-10`
  const options = { issuer: '安宁区人民政府办公室', number: `安府办发〔${date.slice(0, 4)}〕7号`, date, portal: '雁信' }
  return noticeText(compose(rank(input), options)).split('\n')
}

export function knownOffice({ units, categories = [] }: RankingInput, registered: boolean): Known {
  const register = units.map(({ name, category }) => ({ name, category, aliases: [] }))
  return { register: registered ? register : [], categories }
}

/** For tests only: how a lie was taken. */
export type LieOutcome = {
  sort: string
  found: boolean
  placed: boolean
  right: boolean
  alone: boolean
  told: string[]
}

export function outcomeOf({ sort, place, was }: Mutation, { faults }: CheckReport): LieOutcome {
  const placed = faults.filter((fault) => place.every((piece) => fault.place.includes(piece)))
  return {
    sort,
    found: faults.length > 0,
    placed: placed.length > 0,
    right: was === null ? placed.length > 0 : placed.some((fault) => was.some((value) => says(fault, value))),
    alone: faults.length === 1,
    told: faults.map(({ place, printed, expected }) => `${place}: ${printed} → ${expected}`),
  }
}

/** Whether a fault says this value, alone or with what is counted. */
function says({ printed, expected }: PrintedFault, value: string): boolean {
  const plain = squash(value)
  if (plain === '') return expected === '（空白）' || squash(expected) === '0'
  return [printed, expected].some((words) => {
    const own = squash(words)
    const at = own.indexOf(plain)
    return at >= 0 && !/[\d.]/.test(own[at - 1] ?? '') && !/[\d.]/.test(own[at + plain.length] ?? '')
  })
}

/** For tests only: parts of a hundred, "98.4 %". */
export function rates(outcomes: readonly LieOutcome[]): string {
  const of = (key: 'found' | 'placed' | 'right' | 'alone') => {
    const n = outcomes.filter((outcome) => outcome[key]).length
    return `${((n / outcomes.length) * 100).toFixed(1)} %`
  }
  return `${outcomes.length}: found ${of('found')}, place ${of('placed')}, value ${of('right')}, alone ${of('alone')}`
}
