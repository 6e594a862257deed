import { operator } from '@/lib/auth/viewer'
import { acceptBreaks } from '@/lib/data/office/accept'
import { verifyLog } from '@/lib/data/office/verify'
import { textFault } from '@/lib/domain/base/text'
import { acceptedInWords, findingInWords } from '@/lib/domain/office/finding'
import { type Command, type Options, type Shell, UsageError } from '../shell/command'
import { progressOn } from '../shell/progress'

const SHOWN = 200
const LONGEST_REASON = 500

export const auditCommand: Command = {
  name: 'audit',
  usage: 'verify|accept …',
  summary: '校验审计日志、查阅记录，并与锚点、业务数据核对；有不一致时以 1 退出',
  help: `audit verify
  逐条核对审计日志和查阅记录（密钥、前后衔接、锚点），再逐行核对业务数据与日志，列出每一处不一致。
  期间照常使用。经认定的不一致仍列出，不算新的不一致。
audit accept --reason 理由 [--new-key]
  恢复了较早的备份等正当情形之后，认定现有的不一致：记下认定人（操作系统用户）、理由和各处不一致，
  从此以现有数据为准；以后再有改动仍会指出。请在停止服务后、先用 verify 逐条看过再运行。
  --new-key：审计密钥丢失或泄露时换一把新的，原密钥文件改名保留；运行后须重新启动服务。`,
  words: [1, 1],
  options: { reason: { type: 'string' }, 'new-key': { type: 'boolean' } },
  database: 'ready',
  async run([what = ''], values, shell) {
    if (what === 'verify') return verify(shell)
    if (what === 'accept') return accept(values, shell)
    throw new UsageError(`没有“audit ${what}”；可用 verify、accept。`)
  },
}

async function verify(shell: Shell): Promise<number> {
  const bar = progressOn(process.stderr)
  const verified = await verifyLog(operator(), bar.update).finally(bar.end)
  const { entries, rows, head, findings, accesses, accepted, stopped } = verified
  for (const finding of findings.slice(0, SHOWN)) shell.err(findingInWords(finding))
  if (findings.length > 0) {
    const more = stopped ? '，业务数据中的不一致过多，到此为止，未全部核对' : ''
    shell.err(`共 ${findings.length} 处不一致${more}。请保留现场，停止对数据库的操作。`)
    return 1
  }
  const breaks = accepted.reduce((sum, { count }) => sum + count, 0)
  const found = breaks > 0 ? `没有发现新的不一致；另有 ${breaks} 处经认定的不一致` : '没有发现不一致'
  shell.out(`日志 ${entries} 条、查阅记录 ${accesses.seq} 条、业务数据 ${rows} 行，${found}。\n末条校验值：${head}\n`)
  for (const one of accepted) shell.out(`${acceptedInWords(one)}\n`)
  return 0
}

async function accept(values: Options, shell: Shell): Promise<number> {
  const reason = typeof values.reason === 'string' ? values.reason.trim() : ''
  if (!reason || reason.length > LONGEST_REASON || textFault(reason))
    throw new UsageError(`请用 --reason 写明理由（不超过 ${LONGEST_REASON} 字）。`)
  const newKey = values['new-key'] === true
  const { count, former } = await acceptBreaks(operator(), { reason, newKey }, shell.now())
  shell.out(`已认定 ${count} 处不一致，并记入审计日志。\n`)
  if (former) shell.out(`原审计密钥保留为 ${former}；请另行备份新密钥，并重新启动服务。\n`)
  return 0
}
