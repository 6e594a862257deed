import type { Ranking } from '../figures/ranking'
import type { CategoryRow } from '../office/category'
import { chineseDate, quarterName } from '../time/quarter'
import { type CellChange, type NoticeChange, rankEffect } from './changes'
import { addresseesOf, type NoticeOptions } from './defaults'
import type { Block, Notice, NoticeTable } from './document'
import { correctionTitle, titleOf, USUAL_HOUSE } from './house'
import { letterhead } from './notice'
import type { SaidChange } from './said-changes'
import { NO_WORDS, withWords } from './words'

/** What a correction corrects: an issued notice and why. */
export type Corrected = { title: string; number: string; date: string; reason: string }

const TABLE_NAME = '更正对照表'

/** What is corrected, how it was made and must be, and everything in it that changes. */
export type Correction = { of: Corrected; issued: Ranking; now: Ranking; changes: readonly NoticeChange[] }

/**
 * 更正: a notice of its own that names the old one, the reason, every piece of the text and every cell before and after,
 * and the effect on ranks.
 */
export function composeCorrection(correction: Correction, options: NoticeOptions): Notice {
  const { issued, now } = correction
  const categories = categoriesOfBoth(issued, now)
  const blocks = correctionBlocks(correction)
  const changes = correction.changes.filter(isCell)
  return {
    ...letterhead(options),
    title: correctionTitle(titleOf(options.title ?? USUAL_HOUSE.title, options.issuer, now.quarter)),
    addressees: options.addressees ?? addresseesOf(categories),
    blocks: withWords(blocks, options.words ?? NO_WORDS, now),
    attachmentList: changes.length > 0 ? [`${quarterName(now.quarter)}政务信息${TABLE_NAME}`] : [],
    attachments: changes.length > 0 ? [{ label: '附件', tables: [changeTable(changes, now)] }] : [],
    code: null,
  }
}

/** The paragraphs of a correction as its changes alone make them. */
export function correctionBlocks({ of, issued, now, changes }: Correction): Block[] {
  const { title, number, date, reason } = of
  const cells = changes.filter(isCell)
  const said = changes.flatMap((change) => (isCell(change) ? [] : [change]))
  return [
    paragraph(
      'corrected',
      `《${title}》（${number}）于${chineseDate(date)}印发后，${sentence(reason)}现将有关数据更正如下。`,
    ),
    ...(said.length > 0 ? [paragraph('said', `${said.map(saidInWords).join('；')}。`)] : []),
    paragraph('changes', cellsInWords(cells, categoriesOfBoth(issued, now))),
    paragraph('rest', '原通报的其他内容不变。此前引用原数据的，以本更正为准。'),
  ]
}

function cellsInWords(cells: readonly CellChange[], categories: readonly CategoryRow[]): string {
  if (cells.length === 0) return '各表数据没有变动。'
  const units = new Set(cells.map(({ unitId }) => unitId)).size
  const moved = rankEffect(cells, categories).map(
    ({ table, category, units: n }) => `${n}个${category.words}的${table}名次`,
  )
  const effect = moved.length > 0 ? `更正后，${moved.join('、')}发生变动。` : '各单位名次不变。'
  return `附件各表共更正${units}个单位的${cells.length}处数据，更正前后的数据见附件。${effect}`
}

/** "正文“区级采用81条”更正为“区级采用80条”". */
export function saidInWords({ place, before, after }: SaidChange): string {
  if (before === '') return `${place}增加“${after}”`
  return after === '' ? `${place}删去“${before}”` : `${place}“${before}”更正为“${after}”`
}

/** What a correction ought to name and, since its words can be written by hand, does not. */
export function unnamedIn({ blocks, attachments }: Notice, changes: readonly NoticeChange[]): string[] {
  const text = blocks.flatMap(({ runs }) => runs.map((run) => run.text)).join('')
  const rows = attachments.flatMap(({ tables }) =>
    tables.flatMap((table) => table.rows.map(({ cells }) => cells.slice(1).join('\t'))),
  )
  return changes.flatMap((change) => {
    if (!isCell(change)) return text.includes(saidInWords(change)) ? [] : [saidInWords(change)]
    const { unit, table, column, before, after } = change
    return rows.includes([unit, table, column, before, after].join('\t'))
      ? []
      : [`${unit}${table}表${column}由${before}更正为${after}`]
  })
}

function isCell(change: NoticeChange): change is CellChange {
  return change.of === 'cell'
}

/** The categories of which either has tables, as they are now. */
export function categoriesOfBoth(issued: Ranking, now: Ranking): CategoryRow[] {
  const rows = [...now.tables, ...issued.tables].map(({ category }) => category)
  return [...new Map(rows.toReversed().map((row) => [row.key, row])).values()].toSorted(
    (a, b) => a.position - b.position,
  )
}

function paragraph(key: string, text: string): Block {
  return { key, kind: 'paragraph', runs: [{ text }] }
}

/** The reason as it was typed, ending as a sentence does. */
function sentence(reason: string): string {
  return /[。；]$/.test(reason) ? reason : `${reason}。`
}

function changeTable(changes: readonly CellChange[], { quarter }: Ranking): NoticeTable {
  return {
    title: `${quarterName(quarter)}政务信息${TABLE_NAME}`,
    category: null,
    kind: 'changes',
    head: ['序号', '单位', '表', '项目', '原通报', '更正为'],
    rows: changes.map(({ unitId, unit, table, column, before, after }, index) => ({
      unitId,
      cells: [String(index + 1), unit, table, column, before, after],
    })),
    legend: '说明：名次的变动由其他数据的变动引起，一并列出。',
  }
}
