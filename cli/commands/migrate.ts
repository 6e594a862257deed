import { databaseUrl, dataDirectory } from '@/db/dialect'
import { isMarked } from '@/db/marker'
import { migrate } from '@/db/migrate'
import { databaseState } from '@/db/state'
import type { DatabaseState } from '@/db/steps'
import { Fault } from '@/lib/domain/base/fault'
import type { Command, Options } from '../shell/command'

export const migrateCommand: Command = {
  name: 'migrate',
  usage: '[--new]',
  summary: '新建数据库，或把数据库升级到本版本；已是本版本则不做改动',
  help: `还没有数据库的，新建一个。数据目录（DATA_DIR）有雁信的标记而数据库不在的，不予新建，以免数据放错地方而不知道；
确实要从头开始的，加 --new。--existing 只升级、不新建，由 npm start 使用。`,
  words: [0, 0],
  options: { new: { type: 'boolean' }, existing: { type: 'boolean' } },
  database: 'any',
  async run(_words, options, shell) {
    refuse((await databaseState()).state, options)
    const { applied, backup } = await migrate()
    const saved = backup ? `，升级前的备份在 ${backup}` : ''
    shell.out(applied === 0 ? '数据库已是本版本。\n' : `数据库已升级（${applied} 步）${saved}。\n`)
    return 0
  },
}

/** A database is made where nobody can have meant another one. */
function refuse(state: DatabaseState['state'], { new: begin, existing }: Options): void {
  if (state === 'ahead') throw new Fault('conflict', '数据库比本程序新，不能降级。')
  if (state !== 'new') {
    if (begin) throw new Fault('conflict', `已有数据库 ${shown()}，不能新建。请去掉 --new 再试。`)
    return
  }
  if (begin) return
  const how = `确实要新建的，请运行 npm start -- --new（只建库、不启动：npm run -s yanxin -- migrate --new）。`
  const elsewhere = '数据在别处的，请设置 DATA_DIR 或 DATABASE_URL；'
  if (isMarked())
    throw new Fault(
      'conflict',
      `数据目录 ${dataDirectory()} 是雁信的，但数据库 ${shown()} 不在。可能被移走、删除，或磁盘没有挂载，请先找回（备份在数据目录的 backup 中）。${elsewhere}${how}`,
    )
  if (existing) throw new Fault('conflict', `还没有数据库：${shown()} 不存在。${elsewhere}${how}`)
}

/** The database's address without its password. */
function shown(): string {
  return databaseUrl().replace(/\/\/[^@/]*@/, '//')
}
