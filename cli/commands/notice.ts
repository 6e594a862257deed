import { operator } from '@/lib/auth/viewer'
import { noticeOf } from '@/lib/data/figures/figures'
import { houseOf } from '@/lib/data/notices/house'
import { issuedIn, issuedNotice } from '@/lib/data/notices/issued'
import { noticeDefaults } from '@/lib/domain/notices/defaults'
import { noticeText } from '@/lib/domain/notices/text'
import type { Command } from '../shell/command'
import { quarterFrom } from '../shell/quarter'

export const noticeCommand: Command = {
  name: 'notice',
  usage: 'QUARTER',
  summary: '一个季度的通报（纯文本）；尚未印发的，首行注明',
  help: '例：notice 2020Q3。已印发的季度输出印发的通报；尚未印发的按现有数据生成，首行为“送审稿，未印发”。',
  words: [1, 1],
  database: 'ready',
  async run([word], _values, shell) {
    const quarter = quarterFrom(word)
    const [issued] = await issuedIn(operator(), quarter)
    const notice = issued
      ? (await issuedNotice(operator(), issued.id)).notice
      : await noticeOf(operator(), quarter, noticeDefaults(quarter, shell.now(), await houseOf(operator())))
    shell.out(`${noticeText(notice)}\n`)
    return 0
  },
}
