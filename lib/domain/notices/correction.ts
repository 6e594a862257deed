import type { Ranking } from '../figures/ranking'
import type { CategoryRow } from '../office/category'
import { chineseDate, quarterName } from '../time/quarter'
import { changesBetween, type NoticeChange, rankEffect } from './changes'
import { addresseesOf, type NoticeOptions } from './defaults'
import type { Block, Notice, NoticeTable } from './document'
import { NO_WORDS, withWords } from './words'

/** What a correction corrects: an issued notice and why. */
export type Corrected = { title: string; number: string; date: string; reason: string }

const TABLE_NAME = '更正对照表'

/**
 * 更正: a notice of its own that names the old one, the reason, every cell before and after, and the effect on ranks.
 * `issued` is the ranking as it was issued, `now` as it must be.
 */
export function composeCorrection(issued: Ranking, now: Ranking, of: Corrected, options: NoticeOptions): Notice {
  const changes = changesBetween(issued, now)
  const categories = categoriesOfBoth(issued, now)
  const blocks = correctionBlocks(changes, of, categories)
  return {
    title: `${options.issuer}关于更正${quarterName(now.quarter)}全区政务信息报送和采用情况的通报`,
    number: options.number ?? `雁府办发〔${options.date.slice(0, 4)}〕  号`,
    addressees: options.addressees ?? addresseesOf(categories),
    blocks: withWords(blocks, options.words ?? NO_WORDS, now),
    attachmentList: changes.length > 0 ? [`${quarterName(now.quarter)}政务信息${TABLE_NAME}`] : [],
    signature: options.issuer,
    date: chineseDate(options.date),
    attachments: changes.length > 0 ? [{ label: '附件', tables: [changeTable(changes, now)] }] : [],
    sealed: options.sealed ?? true,
    imprint: { copies: options.copies ?? null, office: options.issuer, date: chineseDate(options.date) },
    code: null,
  }
}

/** The paragraphs of a correction as its changes alone make them. */
export function correctionBlocks(
  changes: readonly NoticeChange[],
  { title, number, date, reason }: Corrected,
  categories: readonly CategoryRow[],
): Block[] {
  const units = new Set(changes.map(({ unitId }) => unitId)).size
  const moved = rankEffect(changes, categories).map(
    ({ table, category, units: n }) => `${n}个${category.words}的${table}名次`,
  )
  return [
    paragraph(
      'corrected',
      `《${title}》（${number}）于${chineseDate(date)}印发后，${sentence(reason)}现将有关数据更正如下。`,
    ),
    paragraph(
      'changes',
      changes.length === 0
        ? '各表数据没有变动。'
        : `共更正${units}个单位的${changes.length}处数据，更正前后的数据见附件。${moved.length > 0 ? `更正后，${moved.join('、')}发生变动。` : '各单位名次不变。'}`,
    ),
    paragraph('rest', '原通报的其他内容不变。此前引用原数据的，以本更正为准。'),
  ]
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

function changeTable(changes: readonly NoticeChange[], { quarter }: Ranking): NoticeTable {
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
