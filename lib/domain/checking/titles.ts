import { type Quarter, quarterName } from '../time/quarter'
import type { CategoryWords } from './category-words'
import type { PrintedNotice } from './document'
import { labelOf, type Printed, type PrintedTable } from './printed'
import type { Say } from './report'

const QUARTER = /(20\d\d)年(?:第)?([一二三四1-4])季度/g

type Mention = { place: string; quarter: string }

/** The quarter that most of the document names; says where another is named. Null where none is. */
export function checkQuarter(notice: PrintedNotice, say: Say): Quarter | null {
  const title = notice.title ? mentions(notice.title.text, '标题') : []
  const all = [
    ...title,
    ...notice.paragraphs.flatMap(({ text, place }) => mentions(ofThisTime(text), place)),
    ...notice.list.flatMap(({ text }) => mentions(text, '附件清单')),
    ...notice.tables.flatMap((table) => (table.title ? mentions(table.title.text, `${labelOf(table)} 表题`) : [])),
  ]
  const votes = new Map<string, number>()
  for (const { quarter } of all) votes.set(quarter, (votes.get(quarter) ?? 0) + 1)
  const most = [...votes].toSorted((a, b) => b[1] - a[1])[0]?.[0]
  if (!most) return null
  for (const { place, quarter } of all) {
    if (quarter !== most) say('title', place, nameOf(quarter), nameOf(most), '与文中其他各处的季度不一致。')
  }
  return most as Quarter
}

/** Without the clauses that compare with another time. */
const ofThisTime = (text: string) =>
  text
    .split(/[,。;]/)
    .filter((clause) => !/同期|较|比/.test(clause))
    .join('。')

const nameOf = (quarter: string) => quarterName(quarter as Quarter)

function mentions(text: string, place: string): Mention[] {
  return [...text.matchAll(QUARTER)].map(([, year, n = '']) => {
    const ordinal = '一二三四'.indexOf(n) + 1 || Number(n)
    return { place, quarter: `${year}Q${ordinal}` }
  })
}

/** The list of attachments against the headings of the tables; words that only name a category may be left out. */
export function checkList({ list, tables }: PrintedNotice, words: CategoryWords, say: Say): void {
  const bare = new RegExp(words.titled)
  const essence = ({ text }: Printed) => text.replace(QUARTER, '').replace(bare, '')
  const titled = tables.flatMap((table) => (table.title ? [{ table, title: table.title }] : []))
  if (list.length === 0 || titled.length === 0) return
  const named = new Set<PrintedTable>()
  for (const entry of list) {
    const category = words.in(entry.text)
    const kind = kindIn(entry.text)
    const same = titled.filter(({ table }) => table.kind === kind && (!category || table.category === category))
    for (const { table } of same) named.add(table)
    if (same.length === 0) say('title', '附件清单', entry.raw, '附件中的表题', '附件中没有这张表。')
    // One entry may name the tables of all categories: told once, as long as they have one name between them.
    const told = new Set<string>()
    for (const { table, title } of same) {
      if (essence(entry) === essence(title) || told.has(essence(title))) continue
      told.add(essence(title))
      say('title', `附件清单（对照${labelOf(table)}）`, entry.raw, spaceless(title.raw), '附件清单与表题不一致。')
    }
  }
  for (const { table, title } of titled) {
    if (!named.has(table)) say('title', '附件清单', '未列', spaceless(title.raw), '附件清单没有列出这张表。')
  }
}

const kindIn = (text: string) => (/采用/.test(text) ? 'adoption' : 'submission')
const spaceless = (text: string) => text.replace(/\s+/g, '')
