import { flag, index, instant, primaryKey, table, text, uniqueIndex, whole } from './columns'

/** The register of units; `position` is the official order. */
export const units = table(
  'units',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    category: text('category').$type<'department' | 'town'>().notNull(),
    position: whole('position').notNull(),
  },
  (t) => [uniqueIndex('units_name').on(t.name)],
)

/** Other names under which a unit is known. A name belongs to one unit. */
export const unitAliases = table('unit_aliases', {
  name: text('name').primaryKey(),
  unitId: text('unit_id')
    .notNull()
    .references(() => units.id, { onDelete: 'restrict' }),
})

/** 计分办法: what a kind scores, per category, from a quarter on. Points in hundredths. */
export const rules = table(
  'rules',
  {
    category: text('category').$type<'department' | 'town'>().notNull(),
    validFrom: text('valid_from').notNull(),
    kind: text('kind').notNull(),
    points: whole('points').notNull(),
    source: text('source'),
  },
  (t) => [primaryKey({ columns: [t.category, t.validFrom, t.kind] })],
)

/** 报送任务 (items a quarter) and 年度任务 (hundredths of points a year). */
export const targets = table(
  'targets',
  {
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id, { onDelete: 'restrict' }),
    year: whole('year').notNull(),
    quarterlyItems: whole('quarterly_items').notNull(),
    annualPoints: whole('annual_points').notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.year] })],
)

/** Accounts: one a person. Roles are read from here on every request, never from a token. */
export const users = table(
  'users',
  {
    id: text('id').primaryKey(),
    login: text('login').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    unitId: text('unit_id').references(() => units.id, { onDelete: 'restrict' }),
    mayRelease: flag('may_release').notNull(),
    mayIssue: flag('may_issue').notNull(),
    passwordHash: text('password_hash').notNull(),
    passwordChangedAt: instant('password_changed_at').notNull(),
    mustChangePassword: flag('must_change_password').notNull(),
    disabled: flag('disabled').notNull(),
    sessionVersion: whole('session_version').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('users_login').on(t.login)],
)

/** Digests of former passwords, so that the last ones are not used again. */
export const formerPasswords = table(
  'former_passwords',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    passwordHash: text('password_hash').notNull(),
    replacedAt: instant('replaced_at').notNull(),
  },
  (t) => [index('former_passwords_user').on(t.userId, t.replacedAt)],
)

/** A row per sign-in: what the token's `jti` points to, so that a session can be ended at once. */
export const sessions = table(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    version: whole('version').notNull(),
    address: text('address'),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [index('sessions_user').on(t.userId, t.createdAt)],
)

/** Wrong passwords per account and address. */
export const signInFailures = table('sign_in_failures', {
  key: text('key').primaryKey(),
  count: whole('count').notNull(),
  firstAt: instant('first_at').notNull(),
  lockedUntil: instant('locked_until'),
})

/** 信息. `quarter` follows from `submitted_at`; both stay empty until the first submission. */
export const items = table(
  'items',
  {
    id: text('id').primaryKey(),
    ref: text('ref').notNull(),
    unitId: text('unit_id')
      .notNull()
      .references(() => units.id, { onDelete: 'restrict' }),
    title: text('title').notNull(),
    body: text('body').notNull(),
    type: text('type'),
    eventDay: text('event_day'),
    author: text('author'),
    phone: text('phone'),
    signer: text('signer'),
    unclassifiedAt: instant('unclassified_at'),
    state: text('state').notNull(),
    version: whole('version').notNull(),
    submittedAt: instant('submitted_at'),
    quarter: text('quarter'),
    createdBy: text('created_by').references(() => users.id, { onDelete: 'restrict' }),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('items_ref').on(t.ref),
    index('items_count').on(t.quarter, t.state, t.unitId),
    index('items_newest').on(t.state, t.submittedAt, t.id),
    index('items_submitted').on(t.submittedAt, t.id),
    index('items_unit').on(t.unitId, t.state, t.submittedAt, t.id),
    index('items_own').on(t.unitId, t.updatedAt, t.id),
  ],
)

/** What happened to an item, in the words its people read. */
export const itemEvents = table(
  'item_events',
  {
    id: text('id').primaryKey(),
    itemId: text('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'restrict' }),
    verb: text('verb').notNull(),
    at: instant('at').notNull(),
    by: text('by').references(() => users.id, { onDelete: 'restrict' }),
    reason: text('reason'),
    version: whole('version').notNull(),
  },
  (t) => [index('item_events_item').on(t.itemId, t.at)],
)

/** The text of an item as it was at each submission: what a unit sent is never overwritten. */
export const itemVersions = table(
  'item_versions',
  {
    itemId: text('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'restrict' }),
    version: whole('version').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.version] })],
)

/** 采用: a dated event on an item. It scores in `quarter`, the quarter of its day. */
export const adoptions = table(
  'adoptions',
  {
    id: text('id').primaryKey(),
    itemId: text('item_id')
      .notNull()
      .references(() => items.id, { onDelete: 'restrict' }),
    kind: text('kind').notNull(),
    adoptedOn: text('adopted_on').notNull(),
    quarter: text('quarter').notNull(),
    publication: text('publication'),
    issueNo: text('issue_no'),
    recordedBy: text('recorded_by').references(() => users.id, { onDelete: 'restrict' }),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [index('adoptions_item').on(t.itemId), index('adoptions_count').on(t.quarter, t.kind, t.itemId)],
)

/** An adoption is revoked by a record of its own, never deleted. */
export const adoptionRevocations = table('adoption_revocations', {
  adoptionId: text('adoption_id')
    .primaryKey()
    .references(() => adoptions.id, { onDelete: 'restrict' }),
  reason: text('reason').notNull(),
  revokedBy: text('revoked_by').references(() => users.id, { onDelete: 'restrict' }),
  revokedAt: instant('revoked_at').notNull(),
})

/** What a request with an idempotency key did: the same key gets the same answer. */
export const requestKeys = table(
  'request_keys',
  {
    userId: text('user_id').notNull(),
    key: text('key').notNull(),
    verb: text('verb').notNull(),
    digest: text('digest').notNull(),
    answer: text('answer').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.key] })],
)

/**
 * The audit log: append-only and hash-chained. `figures` names the quarter whose figures the change moves
 * (`all` for rules, targets and units), so the newest such entry is the version of a quarter's figures.
 */
export const audit = table(
  'audit',
  {
    seq: whole('seq').primaryKey(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    verb: text('verb').notNull(),
    subject: text('subject').notNull(),
    detail: text('detail').notNull(),
    figures: text('figures'),
    previous: text('previous').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [index('audit_figures').on(t.figures, t.seq)],
)

/** Facts about this database itself, such as that it holds the demo. */
export const facts = table('facts', { name: text('name').primaryKey(), value: text('value').notNull() })
