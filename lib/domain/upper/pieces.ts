import { type Kind, kindRow } from '../adoptions/kinds'
import { isDay } from '../time/quarter'

/** What one row says. `strange` names what stands in a column and can't be read. */
export type FoundPiece = {
  title: string
  unit?: string
  kind?: Kind
  adoptedOn?: string
  publication?: string
  issueNo?: string
  strange?: readonly (readonly [what: string, why: string])[]
}

/** What reading asks of the register. */
export type KnownPieces = { isUnit: (name: string) => boolean }

/** What a row's own words are completed by: the year of a date without one, the level of a form without one. */
export type Around = { usual: { kind: Kind; adoptedOn: string | null }; today: string }

const FULL = /(20\d{2})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*[日号]?/
/** Without a year: what stands behind one that is not of this century is none. */
const SHORT = /(?<!\d|\d\s*年\s*)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/
const PUBLICATION = /《([^《》]{2,30})》/
const ISSUE = /(?:20\d{2}\s*年)?\s*(?:总\s*)?第\s*(\d{1,5})\s*期/
const KIND = /^(?:(省|市)(?:级|委办?公?[厅室]?|政府办?公?[厅室]?)?)?(?:采用)?[·的]?(信息|简讯|专报|全文)?(?:采用)?$/

/** The day that a text names, or null. A day without a year is the last such day up to today, or in the usual year. */
export function dayIn(text: string, { usual, today }: Around): string | null {
  const full = FULL.exec(text)
  if (full) return dayOf(full[1] ?? '', full[2] ?? '', full[3] ?? '')
  const short = SHORT.exec(text)
  if (!short) return null
  const year = Number((usual.adoptedOn ?? today).slice(0, 4))
  const day = dayOf(String(year), short[1] ?? '', short[2] ?? '')
  return day !== null && day > today ? dayOf(String(year - 1), short[1] ?? '', short[2] ?? '') : day
}

function dayOf(year: string, month: string, date: string): string | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}

/** The kind that "市级", "市级采用·简讯", "省" or "简讯" stands for, or null. A form alone is of the usual level. */
export function kindIn(text: string, { usual }: Around): Kind | null {
  const found = KIND.exec(text.normalize('NFKC').replace(/\s+/g, '').replace('・', '·'))
  if (!found || (!found[1] && !found[2])) return null
  if (!found[1] && kindRow(usual.kind).level.endsWith('采用')) return usual.kind
  if (found[1] === '省' || (!found[1] && usual.kind === 'province')) return 'province'
  if (found[2] === '简讯') return 'city_brief'
  return found[2] || usual.kind === 'province' ? 'city_full' : usual.kind
}

/** What is left of a text that says when, where and as what, beside what it says of them. */
export function takeSource(text: string, around: Around): { found: Omit<FoundPiece, 'title'>; rest: string } {
  const found: Omit<FoundPiece, 'title'> = {}
  let rest = text
  const issue = ISSUE.exec(rest)
  if (issue?.[1]) {
    found.issueNo = String(Number(issue[1]))
    rest = rest.replace(ISSUE, ' ')
  }
  const day = dayIn(rest, around)
  if (day !== null) {
    found.adoptedOn = day
    rest = rest.replace(FULL.test(rest) ? FULL : SHORT, ' ')
  }
  const publication = PUBLICATION.exec(rest)
  if (publication?.[1]) {
    found.publication = publication[1]
    rest = rest.replace(PUBLICATION, ' ')
  }
  const kind = kindIn(rest.replace(/[\s，,。；;：:()（）]+/g, ''), around)
  if (kind !== null) {
    found.kind = kind
    rest = ''
  }
  return { found, rest: rest.replace(/[\s，,。；;：:、()（）]+/g, ' ').trim() }
}

/** Whether a row names a publication of its own, or the list's stands for it. */
export function ownPublication({ publication, issueNo }: FoundPiece): boolean {
  return publication !== undefined || issueNo !== undefined
}
