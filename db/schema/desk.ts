import { flag, index, instant, primaryKey, table, text, whole } from '../columns'
import { users } from './accounts'
import { items } from './items'
import { units } from './units'

/** 原因: why an item is not used, a duplicate or sent back, in the office's own words. */
export const reasons = table('reasons', {
  id: text('id').primaryKey(),
  verb: text('verb').$type<'not_used' | 'duplicate' | 'send_back'>().notNull(),
  words: text('words').notNull(),
  position: whole('position').notNull(),
  retired: flag('retired').notNull(),
})

/** 采编台 views that people keep: a name and the filter behind it. Without a user it is everybody's. */
export const savedViews = table(
  'saved_views',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').references(() => users.id, { onDelete: 'restrict' }),
    name: text('name').notNull(),
    query: text('query').notNull(),
    position: whole('position').notNull(),
  },
  (t) => [index('saved_views_user').on(t.userId, t.position)],
)

/** A grade that a junior proposes: it scores nothing and no unit sees it until a senior releases it. */
export const gradeProposals = table(
  'grade_proposals',
  {
    id: text('id').primaryKey(),
    itemId: text('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'restrict' }),
    kind: text('kind').notNull(),
    adoptedOn: text('adopted_on').notNull(),
    publication: text('publication'),
    issueNo: text('issue_no'),
    evidence: text('evidence'),
    state: text('state').$type<'waiting' | 'released' | 'dropped'>().notNull(),
    proposedBy: text('proposed_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: text('decided_by').references(() => users.id, { onDelete: 'restrict' }),
    decidedAt: instant('decided_at'),
    adoptionId: text('adoption_id'),
  },
  (t) => [
    index('grade_proposals_item').on(t.itemId, t.state),
    index('grade_proposals_state').on(t.state, t.proposedAt),
  ],
)

/** 批示: what a leader wrote on an item. It scores as the rules say, once a level. */
export const instructions = table(
  'instructions',
  {
    id: text('id').primaryKey(),
    itemId: text('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'restrict' }),
    level: text('level').notNull(),
    givenOn: text('given_on').notNull(),
    /** In which it scores: that of its day, or the open one when that was issued. */
    quarter: text('quarter').notNull().default(''),
    words: text('words').notNull(),
    feedbackDue: text('feedback_due'),
    feedback: text('feedback'),
    feedbackOn: text('feedback_on'),
    recordedBy: text('recorded_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    recordedAt: instant('recorded_at').notNull(),
    revokedAt: instant('revoked_at'),
    revokedBy: text('revoked_by').references(() => users.id, { onDelete: 'restrict' }),
    reason: text('reason'),
  },
  (t) => [index('instructions_item').on(t.itemId), index('instructions_count').on(t.quarter, t.itemId)],
)

/** 报送重点: the topics of a week (its Monday), for all units. */
export const focuses = table('focuses', {
  week: text('week').primaryKey(),
  words: text('words').notNull(),
  writtenBy: text('written_by')
    .notNull()
    .references(() => users.id, { onDelete: 'restrict' }),
  writtenAt: instant('written_at').notNull(),
})

/** 约稿: a topic asked of named units, with a deadline. */
export const commissions = table(
  'commissions',
  {
    id: text('id').primaryKey(),
    topic: text('topic').notNull(),
    words: text('words').notNull(),
    deadline: instant('deadline').notNull(),
    askedBy: text('asked_by')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    askedAt: instant('asked_at').notNull(),
    closedAt: instant('closed_at'),
    /** In which those who have not answered are counted: that of the day it was ended, or the open one. */
    quarter: text('quarter'),
  },
  (t) => [index('commissions_deadline').on(t.deadline), index('commissions_count').on(t.quarter)],
)

/** Whom a commission asks, and with which item the unit answered. */
export const commissionUnits = table(
  'commission_units',
  {
    commissionId: text('commission_id')
      .notNull()
      .references(() => commissions.id, { onDelete: 'restrict' }),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id, { onDelete: 'restrict' }),
    itemId: text('item_id').references(() => items.id, { onDelete: 'restrict' }),
    answeredAt: instant('answered_at'),
  },
  (t) => [primaryKey({ columns: [t.commissionId, t.unitId] }), index('commission_units_unit').on(t.unitId)],
)

/** A list of what the city or the province adopted, as it came in. */
export const upperLists = table('upper_lists', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  receivedBy: text('received_by')
    .notNull()
    .references(() => users.id, { onDelete: 'restrict' }),
  receivedAt: instant('received_at').notNull(),
})

/** A line of such a list: matched and posted as an adoption, or kept for later. */
export const upperLines = table(
  'upper_lines',
  {
    id: text('id').primaryKey(),
    listId: text('list_id')
      .notNull()
      .references(() => upperLists.id, { onDelete: 'restrict' }),
    position: whole('position').notNull(),
    title: text('title').notNull(),
    unit: text('unit'),
    kind: text('kind').notNull(),
    adoptedOn: text('adopted_on').notNull(),
    publication: text('publication'),
    issueNo: text('issue_no'),
    state: text('state').$type<'open' | 'posted' | 'dropped'>().notNull(),
    adoptionId: text('adoption_id'),
  },
  (t) => [index('upper_lines_list').on(t.listId, t.position), index('upper_lines_state').on(t.state)],
)
