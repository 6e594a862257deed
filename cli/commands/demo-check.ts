import { databaseState } from '@/db/state'
import { operator } from '@/lib/auth/viewer'
import { demoState } from '@/lib/data/transfer/demo'
import type { Command } from '../shell/command'

export const demoCheckCommand: Command = {
  name: 'demo-check',
  usage: '',
  summary: '数据库是样例时以 1 退出',
  words: [0, 0],
  database: 'any',
  async run(_words, _values, shell) {
    if ((await databaseState()).state === 'new') return 0
    if (!(await demoState(operator())).marked) return 0
    shell.err('这是样例数据库。')
    return 1
  },
}
