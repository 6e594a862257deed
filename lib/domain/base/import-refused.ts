import { Fault } from './fault'

/** What is wrong in one place of a file: `what` names the column, `why` says what would help. */
export type ImportFault = { file: string; line: number; what: string; why: string }

/** Files that were refused whole, with every fault that was found in them. */
export class ImportRefused extends Fault {
  constructor(readonly faults: readonly ImportFault[]) {
    super('invalid', `文件中有 ${faults.length} 处问题，没有导入任何数据。`)
  }
}

/** "items.csv:12: 单位：名册中没有“某某局”". */
export function faultLine({ file, line, what, why }: ImportFault): string {
  return `${file}:${line}: ${what}：${why.replace(/。$/, '')}`
}
