import { type FileHandle, mkdir, open, readdir, rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { operator } from '@/lib/auth/viewer'
import { exportTo } from '@/lib/data/transfer/export'
import { FILE_NAMES } from '@/lib/data/transfer/files'
import { Fault } from '@/lib/domain/base/fault'
import type { Command } from '../shell/command'

export const exportCommand: Command = {
  name: 'export',
  usage: 'DIR',
  summary: '把计入统计的全部数据导出为 CSV 文件，可再导入',
  help: `DIR 不存在则新建；已有上次的导出则覆盖；有其他文件则不导出。
以 = + - @ 开头的文字前加一个单引号，以免表格软件当作公式；导入时自动去掉。`,
  words: [1, 1],
  database: 'ready',
  async run([directory = ''], _values, shell) {
    const path = resolve(shell.directory, directory)
    await prepare(path, directory)
    const names = await writeAll(path)
    shell.out(`已导出到 ${path}：${names.join('、')}\n`)
    return 0
  },
}

/** A reader never meets half a file, and what is not public is for the owner alone. */
async function writeAll(path: string): Promise<string[]> {
  const parts = new Map<string, FileHandle>()
  try {
    const names = await exportTo(operator(), async (name, text) => {
      const part = parts.get(name) ?? (await open(join(path, `${name}.part`), 'w', 0o600))
      parts.set(name, part)
      await part.write(text)
    })
    for (const part of parts.values()) await part.sync()
    for (const name of names) await rename(join(path, `${name}.part`), join(path, name))
    return names
  } finally {
    for (const part of parts.values()) await part.close()
  }
}

async function prepare(path: string, asTyped: string): Promise<void> {
  const held = await readdir(path).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return null
    throw new Fault(
      'invalid',
      error.code === 'ENOTDIR' ? `“${asTyped}”不是目录。` : `“${asTyped}”无法读取（${error.code}）。`,
    )
  })
  const ours = [...FILE_NAMES, ...FILE_NAMES.map((name) => `${name}.part`)]
  const other = held?.find((name) => !ours.includes(name))
  if (other !== undefined) throw new Fault('conflict', `“${asTyped}”中有其他文件（${other}），请换一个空目录。`)
  if (held) return
  await mkdir(path, { recursive: true, mode: 0o700 }).catch((error: { code?: string }) => {
    throw new Fault('invalid', `“${asTyped}”无法新建（${error.code}）。`)
  })
}
