import { operator } from '@/lib/auth/viewer'
import { missing, reindex } from '@/lib/data/search/upkeep'
import type { Command } from '../shell/command'
import { withBar } from '../shell/progress'

export const reindexCommand: Command = {
  name: 'reindex',
  usage: '[--anew]',
  summary: '重建检索索引；期间照常报送和检索',
  help: '--anew：先清空索引再建，仅在索引已损坏时使用；清空后检索暂时较慢。',
  words: [0, 0],
  options: { anew: { type: 'boolean' } },
  database: 'ready',
  async run(_words, { anew }, shell) {
    const count = await withBar((update) => reindex(operator(), update, { anew: anew === true }))
    shell.out(`检索索引已重建，共 ${count} 条信息。\n`)
    return 0
  },
}

const SHOWN = 50

export const searchCheckCommand: Command = {
  name: 'search-check',
  usage: '',
  summary: '逐条核对检索索引有无遗漏；有遗漏时以 1 退出',
  words: [0, 0],
  database: 'ready',
  async run(_words, _values, shell) {
    const { checked, missed } = await withBar((update) => missing(operator(), update))
    for (const ref of missed.slice(0, SHOWN)) shell.err(`检索不到或检索不全：${ref}`)
    if (missed.length > 0) {
      shell.err(`共 ${missed.length} 条有遗漏，请运行 npm run -s yanxin -- reindex 重建索引。`)
      return 1
    }
    shell.out(`已核对 ${checked} 条信息，检索没有遗漏。\n`)
    return 0
  },
}
