import type { Role } from '@/lib/domain/people/policy'
import type { RequestKind } from '@/lib/domain/people/three-hands'
import { flag, index, instant, table, text, uniqueIndex, whole } from '../columns'
import { units } from './office'

/**
 * Accounts: one a person. Roles are read from here on every request, never from a token. `slip_by` and `slip_at`: who
 * handed out the first password that holds now, and when.
 */
export const users = table(
  'users',
  {
    id: text('id').primaryKey(),
    login: text('login').notNull(),
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    unitId: text('unit_id').references(() => units.id, { onDelete: 'restrict' }),
    mayRelease: flag('may_release').notNull(),
    mayIssue: flag('may_issue').notNull(),
    passwordHash: text('password_hash').notNull(),
    passwordChangedAt: instant('password_changed_at').notNull(),
    mustChangePassword: flag('must_change_password').notNull(),
    disabled: flag('disabled').notNull(),
    sessionVersion: whole('session_version').notNull(),
    /**
     * Wrong passwords as an earlier version counted them. Nothing reads it any more (sign_in_failures counts, for which the log does
     * not vouch); it stays, since entries of the log bind rows with what stood in it.
     */
    failedTries: whole('failed_tries').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    slipBy: text('slip_by'),
    slipAt: instant('slip_at'),
  },
  (t) => [uniqueIndex('users_login').on(t.login)],
)

/**
 * What one administrator asks and another decides about an account: `user_id` is null for one that is still to be made;
 * the rest says what the account is to be. `proposed_by` may be the shell.
 */
export const accountRequests = table(
  'account_requests',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<RequestKind>().notNull(),
    userId: text('user_id').references(() => users.id, { onDelete: 'restrict' }),
    login: text('login').notNull(),
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    unitId: text('unit_id').references(() => units.id, { onDelete: 'restrict' }),
    mayRelease: flag('may_release').notNull(),
    mayIssue: flag('may_issue').notNull(),
    state: text('state').$type<'waiting' | 'granted' | 'refused' | 'withdrawn'>().notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: text('decided_by').references(() => users.id, { onDelete: 'restrict' }),
    decidedAt: instant('decided_at'),
  },
  (t) => [index('account_requests_state').on(t.state, t.proposedAt)],
)

/**
 * Second factors: the key that a person's phone makes codes of, encrypted (lib/auth/second-factor), the last time step of which
 * a code was used, and the digests (JSON) of recovery codes that are left. Without `confirmed_at` it is not switched on yet.
 */
export const secondFactors = table('second_factors', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'restrict' }),
  secret: text('secret').notNull(),
  begunAt: instant('begun_at').notNull(),
  confirmedAt: instant('confirmed_at'),
  lastStep: whole('last_step').notNull(),
  recovery: text('recovery').notNull(),
})

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
    /** Wrong passwords between the sign-in before this one and this one. */
    failedBefore: whole('failed_before').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [index('sessions_user').on(t.userId, t.createdAt)],
)

/** Wrong passwords per account and address, and per account since its last sign-in. */
export const signInFailures = table('sign_in_failures', {
  key: text('key').primaryKey(),
  count: whole('count').notNull(),
  firstAt: instant('first_at').notNull(),
  lockedUntil: instant('locked_until'),
})

/** What is left of the limits on guessing: points spent by a digest of whom they bound, until when. */
export const limits = table(
  'limits',
  {
    key: text('key').primaryKey(),
    points: whole('points').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [index('limits_expiry').on(t.expiresAt)],
)
