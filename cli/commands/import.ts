import { readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { operator } from '@/lib/auth/viewer'
import { FILE_NAMES } from '@/lib/data/transfer/files'
import { type ImportFile, importFiles } from '@/lib/data/transfer/import'
import { Fault } from '@/lib/domain/base/fault'
import type { Command, Shell } from '../shell/command'
import { progressOn } from '../shell/progress'

export const importCommand: Command = {
  name: 'import',
  usage: 'DIR',
  summary: '导入目录中的 CSV 文件；有一处错误就全部不导入',
  help: `读取 DIR 中的 ${FILE_NAMES.join('、')}，缺哪个都可以。
UTF-8 编码，逗号分隔，首行为列名。已有的行按新内容更新，没有变化的不动；同样的文件再导一次不产生任何改动。`,
  words: [1, 1],
  database: 'ready',
  async run([directory = ''], _values, shell) {
    const files = await filesIn(resolve(shell.directory, directory), directory, shell)
    const bar = progressOn(process.stderr)
    try {
      const { changed, unchanged } = await importFiles(operator(), files, { now: shell.now(), progress: bar.update })
      shell.out(`已导入：新增或更新 ${changed} 行，未变 ${unchanged} 行。\n`)
      return 0
    } finally {
      bar.end()
    }
  },
}

async function filesIn(path: string, asTyped: string, shell: Shell): Promise<ImportFile[]> {
  if (!(await stat(path).catch(() => null))?.isDirectory()) throw new Fault('not_found', `没有目录“${asTyped}”。`)
  const held = await readdir(path)
  const names = FILE_NAMES.filter((name) => held.includes(name))
  if (names.length === 0) throw new Fault('invalid', `“${asTyped}”中没有可导入的文件（${FILE_NAMES.join('、')}）。`)
  const files = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(path, name)).catch((error: { code?: string }) => {
        throw new Fault('invalid', `${name}: 文件无法读取（${error.code}）。`)
      })
      return { name, bytes }
    }),
  )
  const left = held.filter((name) => /\.csv$/i.test(name) && !names.includes(name))
  if (left.length > 0) shell.err(`提示：未导入 ${left.join('、')}，不在可导入的文件之列。`)
  return files
}
