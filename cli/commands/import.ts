import { constants, createReadStream } from 'node:fs'
import { access, readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { isServed } from '@/db/serving'
import { operator } from '@/lib/auth/viewer'
import { indexAll } from '@/lib/data/search/upkeep'
import { FILE_NAMES } from '@/lib/data/transfer/files'
import { type ImportFile, importFiles } from '@/lib/data/transfer/import'
import { Fault } from '@/lib/domain/base/fault'
import { HOLD_MOST_MS } from '@/lib/domain/base/holding'
import type { Command, Shell } from '../shell/command'
import { withBar } from '../shell/progress'

export const importCommand: Command = {
  name: 'import',
  usage: 'DIR [--again] [--closed]',
  summary: '导入目录中的 CSV 文件；有一处错误就全部不导入',
  help: `读取 DIR 中的 ${FILE_NAMES.join('、')}，缺哪个都可以。
UTF-8 编码，逗号分隔，首行为列名。已有的行按新内容更新，没有变化的不动；同样的文件再导一次不产生任何改动。

categories.csv（单位类别，可以没有；没有时为部门 department、镇街 town 两类，或沿用已导入的）：
  key,name,title,words,aliases,valid_from
  key 为小写英文代码，units.csv 和 rules.csv 的 category 列填它；name 用于列表和筛选（镇街）；
  title 用于各表表题（镇、街道）；words 为通报行文用语，空着同 name；aliases 为其他文件中的叫法，以 | 分隔；
  valid_from 为开始单独列表的季度，空着为一直如此，在此之前该类单位不参加排名。
  各类按文件中的先后排列；文件中没有、也没有单位和计分办法的类别不再保留。

adoptions.csv：同一条信息同一类别已有采用，而日期或者刊物不同的，视为重复登记，指出而不导入；
  确是另一次采用的，加一列 again，在该行写 yes，或者用 --again 导入整个目录。

先读完、核对完全部文件，其间门户照常使用；再一次写入。门户正在运行时，写入最多占用 2 秒；超过的不导入，并说明
需要多久。--closed 不受此限：写入期间谁也不能报送和保存，请在停用门户时或夜间使用。`,
  words: [1, 1],
  options: { again: { type: 'boolean' }, closed: { type: 'boolean' } },
  database: 'ready',
  async run([directory = ''], { again, closed }, shell) {
    const files = await filesIn(resolve(shell.directory, directory), directory, shell)
    const bound = !closed && (await isServed()) ? { holdMost: HOLD_MOST_MS } : {}
    const { changed, unchanged, remarks } = await withBar((progress) =>
      importFiles(operator(), files, { now: shell.now(), again: again === true, progress, ...bound }),
    )
    shell.out(`已导入：新增或更新 ${changed} 行，未变 ${unchanged} 行。\n`)
    for (const remark of remarks) shell.err(`提示：${remark}`)
    // What was imported counts and is found already; indexed, it is found fast.
    await withBar((progress) => indexAll(operator(), progress))
    return 0
  },
}

const PIECE = 1 << 18

async function filesIn(path: string, asTyped: string, shell: Shell): Promise<ImportFile[]> {
  if (!(await stat(path).catch(() => null))?.isDirectory()) throw new Fault('not_found', `没有目录“${asTyped}”。`)
  const held = await readdir(path)
  const names = FILE_NAMES.filter((name) => held.includes(name))
  if (names.length === 0) throw new Fault('invalid', `“${asTyped}”中没有可导入的文件（${FILE_NAMES.join('、')}）。`)
  const files: ImportFile[] = []
  for (const name of names) {
    const file = join(path, name)
    try {
      await access(file, constants.R_OK)
      const { size } = await stat(file)
      files.push({ name, size, open: () => createReadStream(file, { highWaterMark: PIECE }) })
    } catch (error) {
      throw new Fault('invalid', `${name}: 文件无法读取（${(error as { code?: string }).code}）。`)
    }
  }
  const left = held.filter((name) => /\.csv$/i.test(name) && !names.includes(name))
  if (left.length > 0) shell.err(`提示：未导入 ${left.join('、')}，不在可导入的文件之列。`)
  return files
}
