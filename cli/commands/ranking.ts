import { operator } from '@/lib/auth/viewer'
import { rankingOf } from '@/lib/data/figures/figures'
import { toGoldenJson } from '@/lib/domain/figures/ranking'
import type { Command } from '../shell/command'
import { quarterFrom } from '../shell/quarter'

export const rankingCommand: Command = {
  name: 'ranking',
  usage: 'QUARTER',
  summary: '一个季度的报送和采用排名（JSON）',
  help: '例：ranking 2020Q3。position 是行号，rank 是名次，并列者名次相同。',
  words: [1, 1],
  database: 'ready',
  async run([word], _values, shell) {
    const ranking = await rankingOf(operator(), quarterFrom(word))
    shell.out(`${JSON.stringify(toGoldenJson(ranking), null, 2)}\n`)
    return 0
  },
}
