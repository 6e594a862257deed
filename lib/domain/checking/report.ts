import type { Stated } from './stated'

/** What a fault is about; the name stands before it on the page. */
export const FAULT_KINDS = {
  value: '数值',
  order: '顺序',
  shape: '表格',
  figure: '正文数字',
  list: '正文名单',
  legend: '计分说明',
  name: '单位名称',
  alias: '单位简称',
  title: '标题',
  issued: '与印发件不一致',
  record: '印发记录',
  date: '日期',
  system: '系统数据',
} as const
export type FaultKind = keyof typeof FAULT_KINDS

/** Said of a document that has none of the tables. */
export const NO_TABLES = '没有读到报送或采用统计表，正文中的数字无从核对。'

/** One contradiction in a document, in words for the reader: where, what stands there, what should, and why. */
export type PrintedFault = { kind: FaultKind; place: string; printed: string; expected: string; why: string }

/** A number of the body that was compared with nothing, in its words. */
export type UnjudgedNumber = { place: string; words: string }

/**
 * A remark is no fault: something that could not be judged, or that is good to know. `judged`: how many tables were read
 * and figures of the body compared; 0 means that nothing was found because nothing was held against anything.
 */
export type CheckReport = {
  faults: PrintedFault[]
  remarks: string[]
  unjudged: UnjudgedNumber[]
  judged: number
  /** What may be compared with the figures of the system; never shown. */
  stated?: Stated
}

/** The contradictions of a document with itself and what was issued, and apart from them those with the figures of the system. */
export function apart(faults: readonly PrintedFault[]): { own: PrintedFault[]; system: PrintedFault[] } {
  return {
    own: faults.filter(({ kind }) => kind !== 'system'),
    system: faults.filter(({ kind }) => kind === 'system'),
  }
}

/** How a check ended: with faults, with nothing that it could judge, or clean. */
export function checkVerdict({
  faults,
  judged,
}: Pick<CheckReport, 'faults' | 'judged'>): 'faults' | 'nothing' | 'clean' {
  return faults.length > 0 ? 'faults' : judged === 0 ? 'nothing' : 'clean'
}

/** Takes down what a check finds. */
export type Say = (kind: FaultKind, place: string, printed: string, expected: string, why: string) => void

const LONGEST = 80

/** A report to write into; what stood in the document is cut to a length that a person reads. */
export function openReport(): CheckReport & { say: Say } {
  const faults: PrintedFault[] = []
  const told = new Set<string>()
  const say: Say = (kind, place, printed, expected, why) => {
    // One contradiction may be met by several rules; it is told once.
    const key = `${place}\n${printed}\n${expected}`
    if (told.has(key)) return
    told.add(key)
    faults.push({ kind, place, printed: shown(printed), expected: shown(expected), why })
  }
  return { faults, remarks: [], unjudged: [], judged: 0, say }
}

function shown(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  return cut || '（空白）'
}
