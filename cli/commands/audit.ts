import { operator } from '@/lib/auth/viewer'
import { verifyLog } from '@/lib/data/office/verify'
import { findingInWords } from '@/lib/domain/office/finding'
import { type Command, UsageError } from '../shell/command'
import { progressOn } from '../shell/progress'

const SHOWN = 200

export const auditCommand: Command = {
  name: 'audit',
  usage: 'verify',
  summary: '校验审计日志，并与锚点、业务数据核对；有不一致时以 1 退出',
  help: `audit verify
  逐条核对审计日志（密钥、前后衔接、锚点），再逐行核对业务数据与日志，列出每一处不一致。
  期间照常使用。`,
  words: [1, 1],
  database: 'ready',
  async run([what = ''], _values, shell) {
    if (what !== 'verify') throw new UsageError(`没有“audit ${what}”；可用 verify。`)
    const bar = progressOn(process.stderr)
    const { entries, rows, head, findings } = await verifyLog(operator(), bar.update).finally(bar.end)
    for (const finding of findings.slice(0, SHOWN)) shell.err(findingInWords(finding))
    if (findings.length > 0) {
      shell.err(`共 ${findings.length} 处不一致。请保留现场，停止对数据库的操作。`)
      return 1
    }
    shell.out(`日志 ${entries} 条、业务数据 ${rows} 行，没有发现不一致。\n末条校验值：${head}\n`)
    return 0
  },
}
