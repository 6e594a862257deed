import { operator } from '@/lib/auth/viewer'
import { noticeOf } from '@/lib/data/figures/figures'
import { noticeDefaults } from '@/lib/domain/notices/defaults'
import { noticeText } from '@/lib/domain/notices/text'
import type { Command } from '../shell/command'
import { quarterFrom } from '../shell/quarter'

export const noticeCommand: Command = {
  name: 'notice',
  usage: 'QUARTER',
  summary: '一个季度的通报（纯文本）',
  help: '例：notice 2020Q3。',
  words: [1, 1],
  database: 'ready',
  async run([word], _values, shell) {
    const quarter = quarterFrom(word)
    shell.out(`${noticeText(await noticeOf(operator(), quarter, noticeDefaults(quarter, shell.now())))}\n`)
    return 0
  },
}
