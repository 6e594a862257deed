import 'server-only'
import { randomUUID } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { digestOf, record } from '@/db/audit'
import type { Database } from '@/db/client'
import { noticeDrafts, notices, suggestions } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { addresseesOf, noticeDefaults } from '@/lib/domain/notices/defaults'
import { handsOnHead, withHand, withOne, withoutHands, writersOfParagraph } from '@/lib/domain/notices/hands'
import { withEdit, withParagraphs } from '@/lib/domain/notices/paragraphs'
import { refOf } from '@/lib/domain/notices/values'
import { bind, type Words } from '@/lib/domain/notices/words'
import { categoriesIn } from '@/lib/domain/office/category'
import { can, type Viewer } from '@/lib/domain/people/policy'
import { chineseDate, dayOfInstant, type Quarter } from '@/lib/domain/time/quarter'
import type { AddParagraphInput, EditInput, HeadInput, NamesInput, OpenDraftInput } from '@/lib/schemas/notices'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { categoriesNow } from '../office/inner/categories'
import { composeDraft } from './inner/composing'
import { type At, change, draftWords, openDraftRow, type Patch } from './inner/drafts'
import { houseIn } from './inner/house'
import { type DraftRow, documentOf, type NoticeRow } from './inner/rows'

/**
 * Begins the notice of a quarter, or a correction of the newest issued one; where a draft is open already, it is that
 * one. Throws 409 when a notice was issued and no correction is meant.
 */
export function openDraft(viewer: Viewer, input: OpenDraftInput, arrival: Arrival): Promise<{ id: string }> {
  const { quarter, reason } = input
  return write(viewer, 'notice.write', arrival, input, async (tx) => {
    authorize(viewer, 'notice.write')
    const open = await openDraftRow(tx, quarter)
    if (open) return { id: open.id }
    const [newest] = await tx
      .select()
      .from(notices)
      .where(eq(notices.quarter, quarter))
      .orderBy(desc(notices.issuedAt))
      .limit(1)
    if (newest && input.corrects !== newest.id)
      throw new Fault('conflict', `本季度通报已印发（${newest.number}），内容不再改动；数据有变动的，请起草更正。`)
    if (!newest && input.corrects !== '') throw notFound('通报')
    const head = newest ? headOfIssued(newest) : await usualHead(tx, quarter, arrival.at)
    const row: DraftRow = {
      id: randomUUID(),
      quarter,
      corrects: newest?.id ?? null,
      state: 'writing',
      number: null,
      ...head,
      // A correction is of the day on which it is made.
      ...(newest && { date: dayOfInstant(arrival.at) }),
      docOnTargets: null,
      words: JSON.stringify({ hands: newest ? { reason: [viewer.userId] } : {} } satisfies Words),
      reason: newest ? reason : null,
      despite: null,
      version: 1,
      writtenBy: viewer.userId,
      proposedBy: null,
      createdAt: arrival.at,
      updatedAt: arrival.at,
    }
    await tx.insert(noticeDrafts).values(row)
    const detail = { quarter, corrects: row.corrects, reason: digestOf(row.reason) }
    await record(tx, viewer.userId, { verb: 'notice.open', subject: row.id, detail }, arrival.at)
    return { id: row.id }
  })
}

type Own = 'title' | 'mark' | 'submissionName' | 'adoptionName' | 'imprintOffice' | 'imprintDate'
type Head = Pick<DraftRow, 'issuer' | 'addressees' | 'date' | 'copies' | 'sealed' | Own>

const AS_IN_HOUSE: Pick<DraftRow, Own> = {
  title: null,
  mark: null,
  submissionName: null,
  adoptionName: null,
  imprintOffice: null,
  imprintDate: null,
}

/** How a notice is headed to begin with. */
async function usualHead(tx: Database, quarter: Quarter, now: number): Promise<Head> {
  const house = await houseIn(tx)
  const { issuer, date } = noticeDefaults(quarter, now, house)
  const addressees = house.addressees || addresseesOf(categoriesIn(await categoriesNow(tx), quarter))
  return { issuer, addressees, date, copies: house.copies || null, sealed: true, ...AS_IN_HOUSE }
}

/** A correction comes from the office that issued, and goes to whom the notice went. */
function headOfIssued(issued: NoticeRow): Head {
  const { signature, mark = null, addressees, sealed, imprint } = documentOf(issued)
  const own = { ...AS_IN_HOUSE, mark, imprintOffice: imprint.office === signature ? null : imprint.office }
  return { issuer: signature, addressees, date: issued.date, copies: imprint.copies, sealed, ...own }
}

/** Number, addressees, date, signature, seal and copies. */
export function saveNoticeHead(viewer: Viewer, input: HeadInput, arrival: Arrival): Promise<At> {
  return change(viewer, 'write', input, arrival, async (tx, draft) => {
    const { number, issuer, addressees, date, copies, docOnTargets, sealed } = input
    const { title, mark, submissionName, adoptionName, imprintOffice, imprintDate } = input
    if (number !== '') {
      const [taken] = await tx.select({ id: notices.id }).from(notices).where(eq(notices.number, number))
      if (taken) throw new Fault('conflict', '这个发文字号已经用过。', { number: '这个发文字号已经用过，请核对。' })
    }
    const made = dayOfInstant(draft.createdAt)
    if (draft.corrects !== null && date < made) {
      const early = `更正的成文日期不能早于起草当日（${chineseDate(made)}）。`
      throw new Fault('invalid', early, { date: early })
    }
    const head = {
      number: number || null,
      issuer,
      addressees,
      date,
      copies: copies || null,
      docOnTargets: docOnTargets || null,
      title: title || null,
      mark: mark || null,
      submissionName: submissionName || null,
      adoptionName: adoptionName || null,
      imprintOffice: imprintOffice || null,
      imprintDate: imprintDate || null,
      sealed: sealed === 'yes',
    }
    const words = await draftWords(tx, draft)
    const hands = handsOnHead(words.hands, draft, head, viewer.userId)
    return { ...head, words: JSON.stringify({ ...words, hands }) }
  })
}

/** Writes, confirms, restores, moves or drops a paragraph. */
export function editParagraph(viewer: Viewer, input: EditInput, arrival: Arrival): Promise<At> {
  const confirms = input.verb === 'confirm'
  const work = async (tx: Database, draft: DraftRow): Promise<Patch> => {
    const { composed, ranking } = await composeDraft(tx, draft)
    const before = await draftWords(tx, draft)
    if (confirms) authorize(viewer, 'notice.confirm', { madeBy: writersOfParagraph(before, input.block) })
    if (input.verb === 'write') asField('text', () => bind(input.text, ranking, before))
    const meant = { key: input.block, text: input.text, by: viewer.name, hand: viewer.userId }
    const words = JSON.stringify(withEdit(before, composed, input.verb, meant))
    return confirms ? { words, writtenBy: draft.writtenBy } : { words }
  }
  // Confirming changes no word, so whoever is to issue a proposed draft may do it, and has not written it then.
  if (confirms) return change(viewer, 'confirm', input, arrival, work)
  return change(viewer, 'write', input, arrival, work)
}

/** Puts a paragraph of one's own behind another. */
export function addParagraph(viewer: Viewer, input: AddParagraphInput, arrival: Arrival): Promise<At> {
  return change(viewer, 'write', input, arrival, async (tx, draft) => {
    const { composed, ranking } = await composeDraft(tx, draft)
    const words = await draftWords(tx, draft)
    asField('text', () => bind(input.text, ranking, words))
    const { kind, text } = input
    const own = { key: ownKey(), kind, text, by: viewer.name, hands: [viewer.userId] }
    return { words: JSON.stringify(withParagraphs(words, composed, input.after, [own])) }
  })
}

/**
 * Puts 下步建议 of the office's library behind a paragraph. Whoever chooses another's words has read and confirmed them;
 * one's own wait for another.
 */
export function addSuggestion(
  viewer: Viewer,
  input: At & { after: string; suggestion: string },
  arrival: Arrival,
): Promise<At> {
  return change(viewer, 'write', input, arrival, async (tx, draft) => {
    const [found] = await tx.select().from(suggestions).where(eq(suggestions.id, input.suggestion))
    if (!found || found.retired) throw notFound('下步建议')
    const { composed } = await composeDraft(tx, draft)
    const own = can(viewer, 'notice.confirm', { madeBy: [found.updatedBy] }).allowed ? { confirmedBy: viewer.name } : {}
    const put = { by: viewer.name, hands: withOne([found.updatedBy], viewer.userId), ...own }
    const paragraphs = [
      { key: ownKey(), kind: 'subheading' as const, text: found.title, ...put },
      { key: ownKey(), kind: 'paragraph' as const, text: found.body, ...put },
    ]
    return { words: JSON.stringify(withParagraphs(await draftWords(tx, draft), composed, input.after, paragraphs)) }
  })
}

/** Chooses how a list names its units; nothing chosen means as usual. */
export function chooseNames(viewer: Viewer, input: NamesInput, arrival: Arrival): Promise<At> {
  return change(viewer, 'write', input, arrival, async (tx, draft) => {
    const ref = refOf(input.list, categoriesIn(await categoriesNow(tx), draft.quarter))
    if (!ref || !('names' in ref)) throw notFound('名单')
    const words = await draftWords(tx, draft)
    const { [input.list]: _named, ...named } = words.named ?? {}
    const { [input.list]: _pick, ...picks } = words.picks ?? {}
    const place = `named.${input.list}`
    const after: Words = input.pick
      ? {
          ...words,
          named,
          picks: { ...picks, [input.list]: input.pick },
          hands: withHand(words.hands, place, viewer.userId),
        }
      : { ...words, named, picks, hands: withoutHands(words.hands, place) }
    return { words: JSON.stringify(after) }
  })
}

/** Gives up a draft: it stays on record. */
export function dropDraft(viewer: Viewer, input: At, arrival: Arrival): Promise<At> {
  return change(viewer, 'drop', input, arrival, async () => ({}))
}

function ownKey(): string {
  return `own-${randomUUID().slice(0, 8)}`
}

/** A fault of ours becomes the fault of a field. */
function asField(field: string, work: () => unknown): void {
  try {
    work()
  } catch (error) {
    if (error instanceof Fault) throw new Fault(error.code, error.message, { [field]: error.message })
    throw error
  }
}
