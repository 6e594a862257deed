import { type Kind, type KindRow, kindRow, type Level, levelShort } from '../adoptions/kinds'
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

/** What reading asks of the office: its register, and the kinds in which it counts. */
export type KnownPieces = { isUnit: (name: string) => boolean; kinds: readonly KindRow[] }

/** What a row's own words are completed by: the year of a date without one, the level of a form without one. */
export type Around = Pick<KnownPieces, 'kinds'> & { usual: { kind: Kind; adoptedOn: string | null }; today: string }

const FULL = /(20\d{2})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*[日号]?/
/** Without a year: what stands behind one that is not of this century is none. */
const SHORT = /(?<!\d|\d\s*年\s*)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/
const PUBLICATION = /《([^《》]{2,30})》/
const ISSUE = /(?:20\d{2}\s*年)?\s*(?:总\s*)?第\s*(\d{1,5})\s*期/
/** Who adopts: a level in other words. */
const AUTHORITY = /^(?:(省)|市)(?:委|人民政府|政府)?(?:办(?:公[厅室])?)?/
const FORM = /^(?:(简讯)|信息|专报|全文)/
const BETWEEN = /^(?:采用|录用|[·的])/

/** The day that a text names, or null. A day without a year is the last such day up to today, or in the usual year. */
export function dayIn(text: string, { usual, today }: Omit<Around, 'kinds'>): string | null {
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

/**
 * The kind of the office's that a text stands for which says nothing else ("市级", "市级采用·简讯", "采编上报", "简讯"), or null. A
 * form alone is of the usual level.
 */
export function kindIn(text: string, { usual, kinds }: Around): Kind | null {
  const named = new Set<Level>()
  const adopters = new Set<Level>()
  const forms = new Set<KindRow['form']>()
  const levels = levelWords(kinds)
  let rest = text.normalize('NFKC').replace(/\s+/g, '').replace('・', '·')
  while (rest !== '') {
    const level = levels.find(({ word }) => rest.startsWith(word))
    const [adopter, province] = level ? [] : (AUTHORITY.exec(rest) ?? [])
    const [form, brief] = FORM.exec(rest) ?? []
    const word = level?.word ?? adopter ?? form ?? BETWEEN.exec(rest)?.[0]
    if (word === undefined) return null
    if (level) named.add(level.level)
    else if (adopter) adopters.add(province ? 'province' : 'city')
    else if (form) forms.add(brief ? 'brief' : 'full')
    rest = rest.slice(word.length)
  }
  const [level, ...others] = named.size > 0 ? named : adopters
  if (others.length > 0 || (!level && forms.size === 0)) return null
  // 信息 is said of a 简讯 too ("采用信息（简讯）"), never the other way round.
  return kindOf(level ?? null, forms.has('brief') ? 'brief' : forms.has('full') ? 'full' : null, { usual, kinds })
}

/** What the levels of these kinds are called in lists, longest first. */
function levelWords(kinds: readonly KindRow[]): { level: Level; word: string }[] {
  const words = [...new Set(kinds.map(({ level }) => level))].flatMap((level) =>
    (level === 'forwarded' ? ['采编上报', '采编'] : [levelShort(level)]).map((word) => ({ level, word })),
  )
  return words.sort((a, b) => b.word.length - a.word.length)
}

function kindOf(said: Level | null, form: KindRow['form'], { usual, kinds }: Omit<Around, 'today'>): Kind | null {
  const own = kindRow(usual.kind)
  const level = said ?? own.level
  if (level === own.level && (form === null || own.form === null || own.form === form)) return own.kind
  const all = kinds.filter((row) => row.level === level)
  return (all.find((row) => row.form === (form ?? 'full')) ?? all[0])?.kind ?? null
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
  const kind = kindIn(rest.replace(/[\s，,。；;：:、()（）]+/g, ''), around)
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
