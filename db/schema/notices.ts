import type { DraftState } from '@/lib/domain/notices/draft'
import type { OwnFigure } from '@/lib/domain/notices/own-figure'
import type { Quarter } from '@/lib/domain/time/quarter'
import { flag, index, instant, table, text, uniqueIndex, whole } from '../columns'
import { units } from './office'
import { users } from './people'

/**
 * A notice that is being written: what the office chose and wrote, never a figure. `words` is JSON (lib/domain/notices/words);
 * `corrects` names the issued notice that this one corrects. What is empty from title to imprintDate is as the office has it
 * in all its notices.
 */
export const noticeDrafts = table(
  'notice_drafts',
  {
    id: text('id').primaryKey(),
    quarter: text('quarter').$type<Quarter>().notNull(),
    corrects: text('corrects').references(() => notices.id, { onDelete: 'restrict' }),
    state: text('state').$type<DraftState>().notNull(),
    number: text('number'),
    issuer: text('issuer').notNull(),
    addressees: text('addressees').notNull(),
    date: text('date').notNull(),
    copies: text('copies'),
    docOnTargets: text('doc_on_targets'),
    title: text('title'),
    mark: text('mark'),
    submissionName: text('submission_name'),
    adoptionName: text('adoption_name'),
    imprintOffice: text('imprint_office'),
    imprintDate: text('imprint_date'),
    sealed: flag('sealed').notNull(),
    words: text('words').notNull(),
    reason: text('reason'),
    despite: text('despite'),
    version: whole('version').notNull(),
    writtenBy: text('written_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    proposedBy: text('proposed_by').references(() => users.id, { onDelete: 'restrict' }),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('notice_drafts_quarter').on(t.quarter, t.state)],
)

/**
 * 通报 as issued: document, tables, rules and the digest of the data, frozen. Rows are never updated or deleted.
 * `document` is the Notice, `figures` what it was computed from (both JSON); `despite` says why it was issued in spite
 * of `faults`.
 */
export const notices = table(
  'notices',
  {
    id: text('id').primaryKey(),
    quarter: text('quarter').$type<Quarter>().notNull(),
    corrects: text('corrects'),
    reason: text('reason'),
    number: text('number').notNull(),
    date: text('date').notNull(),
    document: text('document').notNull(),
    figures: text('figures').notNull(),
    faults: text('faults').notNull(),
    despite: text('despite'),
    digest: text('digest').notNull(),
    code: text('code').notNull(),
    version: whole('version').notNull(),
    writtenBy: text('written_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    issuedBy: text('issued_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    issuedAt: instant('issued_at').notNull(),
  },
  (t) => [
    uniqueIndex('notices_code').on(t.code),
    uniqueIndex('notices_number').on(t.number),
    index('notices_quarter').on(t.quarter, t.issuedAt),
  ],
)

/** The items and adoptions that an issued notice counted (JSON): the lists behind its figures, as they were. */
export const noticeRows = table('notice_rows', {
  noticeId: text('notice_id')
    .primaryKey()
    .references(() => notices.id, { onDelete: 'restrict' }),
  rows: text('rows').notNull(),
})

/** The time in which units may object to a count before the notice of a quarter is issued. */
export const objectionWindows = table('objection_windows', {
  quarter: text('quarter').$type<Quarter>().primaryKey(),
  opensAt: instant('opens_at').notNull(),
  closesAt: instant('closes_at').notNull(),
  openedBy: text('opened_by')
    .notNull()
    .references(() => users.id, { onDelete: 'restrict' }),
})

/** 异议: what a unit says of a count of its own, and the office's answer. */
export const objections = table(
  'objections',
  {
    id: text('id').primaryKey(),
    quarter: text('quarter').$type<Quarter>().notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id, { onDelete: 'restrict' }),
    figure: text('figure').$type<OwnFigure>().notNull(),
    printed: text('printed').notNull(),
    said: text('said').notNull(),
    raisedBy: text('raised_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    raisedAt: instant('raised_at').notNull(),
    outcome: text('outcome').$type<'kept' | 'changed'>(),
    answer: text('answer'),
    answeredBy: text('answered_by').references(() => users.id, { onDelete: 'restrict' }),
    answeredAt: instant('answered_at'),
  },
  (t) => [index('objections_quarter').on(t.quarter, t.raisedAt)],
)

/** The office's own library of 下步建议. A retired one is offered no more. */
export const suggestions = table('suggestions', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  body: text('body').notNull(),
  retired: flag('retired').notNull(),
  updatedBy: text('updated_by')
    .notNull()
    .references(() => users.id, { onDelete: 'restrict' }),
  updatedAt: instant('updated_at').notNull(),
})
