import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { operator } from '@/lib/auth/viewer'
import { importPast } from '@/lib/data/figures/past'
import { Fault } from '@/lib/domain/base/fault'
import { quarterName } from '@/lib/domain/time/quarter'
import { BY_COMMAND } from '@/lib/files/pool/limits'
import { workFor } from '@/lib/files/pool/pool'
import { pastSchema } from '@/lib/schemas/figures'
import { type Command, OPERATOR, UsageError } from '../shell/command'
import { quarterFrom } from '../shell/quarter'

export const pastCommand: Command = {
  name: 'past',
  usage: 'QUARTER FILE… --source 来源',
  summary: '录入历史数据：以前季度的统计表，没有信息明细；有一处错误就全部不录入',
  help: `例：past 2019Q3 报送部门.csv 报送镇街.csv 采用部门.csv 采用镇街.csv --source "资雁府办发〔2019〕60号"
FILE 是 CSV 或 .xlsx（可一个工作簿多张表），列名与通报所附统计表相同：
  序号,单位,报送任务,报送条数,报送得分,完成率
  序号,单位,年度任务,采编条数,区级采用信息,区级采用简讯,市级采用信息,市级采用简讯,省级采用,总分,占比
采用各列空白作 0 计；印出的得分、完成率、总分、占比按当季计分办法核对。
同样的文件再录一次不产生任何改动；改过的文件替换该季度原有的数字。`,
  words: [2, 9],
  options: { source: { type: 'string' } },
  database: 'ready',
  async run([word, ...paths], values, shell) {
    const quarter = quarterFrom(word)
    if (typeof values.source !== 'string') throw new UsageError('缺少 --source，请注明数字取自哪份文件。')
    const parsed = pastSchema.safeParse({ quarter, source: values.source })
    if (!parsed.success) throw new Fault('invalid', parsed.error.issues[0]?.message ?? '来源无效。')
    const files = await Promise.all(
      paths.map(async (path) => {
        const bytes = await readFile(resolve(shell.directory, path)).catch((error: { code?: string }) => {
          throw new Fault('invalid', `${path}: 文件无法读取（${error.code}）。`)
        })
        return { name: basename(path), bytes }
      }),
    )
    const tables = await workFor(OPERATOR, BY_COMMAND)('tablesIn', files)
    const { units, items, changed } = await importPast(operator(), parsed.data, tables, { at: shell.now(), key: null })
    const what = `${quarterName(quarter)}：${units} 个单位，报送 ${items} 条`
    shell.out(changed ? `已录入${what}。\n` : `没有变化，${what}。\n`)
    return 0
  },
}
