import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { operator } from '@/lib/auth/viewer'
import { type KnownHere, knownTo } from '@/lib/data/notices/checking'
import { Fault } from '@/lib/domain/base/fault'
import type { CheckReport } from '@/lib/domain/checking/report'
import { BY_COMMAND } from '@/lib/files/pool/limits'
import { workFor } from '@/lib/files/pool/pool'
import { type Command, OPERATOR, type Shell } from '../shell/command'

const UNREADABLE = 2

export const checkCommand: Command = {
  name: 'check',
  usage: 'FILE…',
  summary: '核对通报：重算各表和正文数字，对照名册和印发件',
  help: `读取文本、.docx、.csv、.xlsx；几个 CSV 或 xlsx 一起给出时作为同一份通报的附件。
没有不一致时以 0 退出，有不一致时以 1 退出，文件无法读取时以 2 退出。
--json  打印 {"faults": [{kind, place, printed, expected, why}], "remarks": […]}`,
  words: [1, 64],
  options: { json: { type: 'boolean' } },
  database: 'ready',
  async run(words, { json }, shell) {
    const checked = await reportsOn(words, await knownTo(operator()), shell)
    if (!checked) return UNREADABLE
    const reports = checked.map(({ name, report }) => named(report, checked.length > 1 ? name : ''))
    const faults = reports.flatMap((report) => report.faults)
    const remarks = reports.flatMap((report) => report.remarks)
    if (json) shell.out(`${JSON.stringify({ faults, remarks }, null, 2)}\n`)
    else {
      for (const { place, printed, expected, why } of faults)
        shell.out(`${place}: ${printed} → ${expected}（${why}）\n`)
      for (const remark of remarks) shell.out(`说明：${remark}\n`)
      shell.out(faults.length ? `共 ${faults.length} 处不一致。\n` : '没有发现不一致。\n')
    }
    return faults.length ? 1 : 0
  },
}

/** What is to be said of the documents in the files, or null after saying why there are none. */
async function reportsOn(words: readonly string[], known: KnownHere, shell: Shell) {
  try {
    const files = []
    for (const word of words)
      files.push({ name: basename(word), bytes: await bytesOf(resolve(shell.directory, word), word) })
    return await workFor(OPERATOR, BY_COMMAND)('checkFiles', files, [], known)
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
function named({ faults, remarks }: CheckReport, name: string): CheckReport {
  if (!name) return { faults, remarks }
  return {
    faults: faults.map((fault) => ({ ...fault, place: `${name}：${fault.place}` })),
    remarks: remarks.map((remark) => `${name}：${remark}`),
  }
}
