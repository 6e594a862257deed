import { migrate } from '@/db/migrate'
import { databaseState } from '@/db/state'
import { Fault } from '@/lib/domain/base/fault'
import type { Command } from '../shell/command'

export const migrateCommand: Command = {
  name: 'migrate',
  usage: '',
  summary: '把数据库升级到本版本；已是本版本则不做改动',
  words: [0, 0],
  database: 'any',
  async run(_words, _values, shell) {
    if ((await databaseState()) === 'ahead') throw new Fault('conflict', '数据库比本程序新，不能降级。')
    const { applied, backup } = await migrate()
    const saved = backup ? `，升级前的备份在 ${backup}` : ''
    shell.out(applied === 0 ? '数据库已是本版本。\n' : `数据库已升级（${applied} 步）${saved}。\n`)
    return 0
  },
}
