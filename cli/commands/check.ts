import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { operator } from '@/lib/auth/viewer'
import { checkText } from '@/lib/data/notices/checking'
import { Fault } from '@/lib/domain/base/fault'
import { apart, type CheckReport, checkVerdict, type PrintedFault } from '@/lib/domain/checking/report'
import type { NamedBytes } from '@/lib/files/base/tables'
import { BY_COMMAND } from '@/lib/files/pool/limits'
import { workFor } from '@/lib/files/pool/pool'
import { type Command, OPERATOR, type Shell } from '../shell/command'

const UNREADABLE = 2

/** How the check of all documents together ends. */
const ENDS = {
  faults: { code: 1, words: (n: number) => `共 ${n} 处不一致。` },
  nothing: { code: 2, words: () => '没有可以核对的内容：没有读到统计表，正文中也没有数字能够对照。' },
  clean: { code: 0, words: () => '没有发现不一致。' },
} as const

export const checkCommand: Command = {
  name: 'check',
  usage: 'FILE…',
  summary: '核对通报：重算各表和正文数字，对照名册和印发件',
  help: `读取文本、.docx、PDF、.csv、.xlsx；几个 CSV 或 xlsx 一起给出时作为同一份通报的附件。
有不一致时以 1 退出；没有不一致而有文件无法读取，或者没有可以核对的内容时，以 2 退出；其余以 0 退出。
正文中没有核对的数字逐个列出。
--alone  只核对文件本身，不与本系统登记的任务、计分办法和条数对照（一并核对的，所列以“与本系统数据不一致”分开）
--json  打印 {"faults": [{kind, place, printed, expected, why}], "remarks": […], "unjudged": [{place, words}], "judged": 数目}`,
  words: [1, 64],
  options: { json: { type: 'boolean' }, alone: { type: 'boolean' } },
  database: 'ready',
  async run(words, { json, alone }, shell) {
    const checked = await reportsOn(words, { system: !alone }, shell)
    if (!checked) return UNREADABLE
    const reports = checked.map(({ name, report }) => named(report, checked.length > 1 ? name : ''))
    const report = {
      faults: reports.flatMap((report) => report.faults),
      remarks: reports.flatMap((report) => report.remarks),
      unjudged: reports.flatMap((report) => report.unjudged),
      // One document that says nothing leaves the others what they are, and is not clean.
      judged: Math.min(...reports.map((report) => report.judged)),
    }
    const end = ENDS[checkVerdict(report)]
    if (json) shell.out(`${JSON.stringify(report, null, 2)}\n`)
    else {
      const say = ({ place, printed, expected, why }: PrintedFault) => {
        shell.out(`${place}: ${printed} → ${expected}（${why}）\n`)
      }
      const { own, system } = apart(report.faults)
      own.forEach(say)
      if (system.length > 0) shell.out('与本系统数据不一致：\n')
      system.forEach(say)
      for (const remark of report.remarks) shell.out(`说明：${remark}\n`)
      for (const { place, words } of report.unjudged) shell.out(`未核对：${place} ${words}\n`)
      shell.out(`${end.words(report.faults.length)}\n`)
    }
    return end.code
  },
}

/** What is to be said of the documents in the files, or null after saying why there are none. */
async function reportsOn(words: readonly string[], against: { system: boolean }, shell: Shell) {
  try {
    const files: NamedBytes[] = []
    for (const word of words)
      files.push({ name: basename(word), bytes: await bytesOf(resolve(shell.directory, word), word) })
    return await checkText(operator(), against, async (known) => {
      return await workFor(OPERATOR, BY_COMMAND)('checkFiles', files, [], known)
    })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    shell.err(error.message)
    return null
  }
}

async function bytesOf(path: string, asTyped: string): Promise<Uint8Array> {
  return readFile(path).catch((error: { code?: string }) => {
    const why =
      error.code === 'ENOENT'
        ? '没有这个文件。'
        : error.code === 'EISDIR'
          ? '这是目录，请给出文件。'
          : `无法读取（${error.code}）。`
    throw new Fault('invalid', `“${asTyped}”：${why}`)
  })
}

/** Of several documents each place says in which it is. */
function named(report: CheckReport, name: string): CheckReport {
  if (!name) return report
  const { faults, remarks, unjudged, judged } = report
  return {
    judged,
    unjudged: unjudged.map((number) => ({ ...number, place: `${name}：${number.place}` })),
    faults: faults.map((fault) => ({ ...fault, place: `${name}：${fault.place}` })),
    remarks: remarks.map((remark) => `${name}：${remark}`),
  }
}
