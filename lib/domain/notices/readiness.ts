import { chineseDateTime, type Quarter, quarterBounds } from '../time/quarter'
import type { Block } from './document'

/** All that decides whether a draft may be issued. */
export type Readiness = {
  quarter: Quarter
  now: number
  number: string | null
  blocks: readonly Block[]
  faults: number
  /** Why it is to be issued in spite of faults. */
  despite: string | null
  window: { closesAt: number } | null
  unanswered: number
}

const NUMBER = /^[^〔〕\s]{2,20}〔20\d{2}〕[1-9]\d{0,3}号$/

/** True for "资雁府办发〔2020〕67号": six-cornered brackets, no leading zero, no 第 (GB/T 9704-2012, 7.2.5). */
export function isDocumentNumber(number: string): boolean {
  return NUMBER.test(number) && !number.includes('第')
}

/** What still stands in the way of issuing, each with what would help; empty when nothing does. */
export function hindrances({ quarter, now, number, blocks, faults, despite, window, unanswered }: Readiness): string[] {
  const unconfirmed = blocks.filter(({ byHand }) => byHand === 'unconfirmed').length
  const said: [boolean, string][] = [
    [now < quarterBounds(quarter).to, '本季度尚未结束，季度结束后才能印发。'],
    [blocks.length === 0, '通报没有正文，请至少保留一段。'],
    [!number || !isDocumentNumber(number), '没有填写发文字号，请在“文件要素”中填写，例如 雁府办发〔2020〕67号。'],
    [unconfirmed > 0, `有 ${unconfirmed} 段改写的文字尚未确认，请逐段确认或恢复原文。`],
    [
      window !== null && now < window.closesAt,
      `异议期到 ${chineseDateTime(window?.closesAt ?? 0)} 结束，结束后才能印发。`,
    ],
    [unanswered > 0, `有 ${unanswered} 条异议尚未答复，请在“异议”中逐条答复。`],
    [faults > 0 && !despite, `核对发现 ${faults} 处不一致，请改正；确需照此印发的，请写明理由。`],
  ]
  return said.flatMap(([stands, words]) => (stands ? [words] : []))
}
