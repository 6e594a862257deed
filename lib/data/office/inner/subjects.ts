import 'server-only'
import { eq, inArray, or } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  categories,
  commissions,
  editions,
  gradeProposals,
  items,
  noticeDrafts,
  notices,
  publications,
  sessions,
  texts,
  units,
  upperLists,
  users,
} from '@/db/schema'
import { ROLES } from '@/lib/domain/people/policy'
import { quarterName } from '@/lib/domain/time/quarter'
import { OF_THE_OFFICE, type SubjectWords, said } from './asked'

/** What the log speaks of, in words: each asks one table for the ids that it knows. Never what a unit wrote. */
const ASKED: readonly ((ids: string[]) => Promise<SubjectWords[]>)[] = [
  (ids) =>
    said(
      db()
        .select({ id: items.id, ref: items.ref, unit: units.name })
        .from(items)
        .innerJoin(units, eq(units.id, items.unitId))
        .where(inArray(items.id, ids)),
      ({ ref, unit }) => `信息 ${ref}（${unit}）`,
    ),
  (ids) =>
    said(db().select().from(users).where(inArray(users.id, ids)), ({ name, login }) => `账号 ${name}（${login}）`),
  (ids) =>
    said(
      db()
        .select({ id: sessions.id, name: users.name })
        .from(sessions)
        .innerJoin(users, eq(users.id, sessions.userId))
        .where(inArray(sessions.id, ids)),
      ({ name }) => `${name}的登录`,
    ),
  (ids) =>
    said(
      db().select({ id: notices.id, number: notices.number }).from(notices).where(inArray(notices.id, ids)),
      ({ number }) => `通报 ${number}`,
    ),
  (ids) =>
    said(
      db()
        .select({ id: noticeDrafts.id, quarter: noticeDrafts.quarter })
        .from(noticeDrafts)
        .where(inArray(noticeDrafts.id, ids)),
      ({ quarter }) => `${quarterName(quarter)}通报稿`,
    ),
  (ids) =>
    said(
      db()
        .select({ id: texts.id, itemId: texts.itemId, ref: items.ref })
        .from(texts)
        .leftJoin(items, eq(items.id, texts.itemId))
        .where(inArray(texts.id, ids)),
      ({ ref }) => (ref === null ? '综合' : `编辑稿（信息 ${ref}）`),
    ),
  (ids) =>
    said(
      db()
        .select({ id: editions.id, name: publications.name, year: editions.year, issueNo: editions.issueNo })
        .from(editions)
        .innerJoin(publications, eq(publications.id, editions.publicationId))
        .where(inArray(editions.id, ids)),
      ({ name, year, issueNo }) => `《${name}》${year} 年第 ${issueNo} 期`,
    ),
  (ids) => said(db().select().from(publications).where(inArray(publications.id, ids)), ({ name }) => `刊物《${name}》`),
  (ids) =>
    said(
      db()
        .select({ id: gradeProposals.id, ref: items.ref })
        .from(gradeProposals)
        .innerJoin(items, eq(items.id, gradeProposals.itemId))
        .where(inArray(gradeProposals.id, ids)),
      ({ ref }) => `采用建议（信息 ${ref}）`,
    ),
  (ids) => said(db().select().from(commissions).where(inArray(commissions.id, ids)), ({ topic }) => `约稿“${topic}”`),
  (ids) => said(db().select().from(upperLists).where(inArray(upperLists.id, ids)), ({ name }) => `上级清单“${name}”`),
  (ids) => said(db().select().from(units).where(inArray(units.id, ids)), ({ name }) => name),
  (ids) =>
    said(
      db()
        .select({ id: categories.key, name: categories.name })
        .from(categories)
        .where(inArray(categories.key, ids as never)),
      ({ name }) => `类别 ${name}`,
    ),
]

/** The objects of entries in words, by their ids; what is no id is left to speak for itself. */
export async function subjectsInWords(subjects: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(subjects)]
  if (ids.length === 0) return new Map()
  const found = await Promise.all([...ASKED, ...OF_THE_OFFICE].map((ask) => ask(ids)))
  return new Map(found.flat().map(({ id, words }) => [id, words]))
}

/** Whom a person may mean by a name: accounts by name or login, and who acts without an account. */
export async function actorsNamed(name: string): Promise<string[]> {
  const found = await db()
    .select({ id: users.id })
    .from(users)
    .where(or(eq(users.name, name), eq(users.login, name.toLowerCase())))
  const others = { [ROLES.operator]: 'operator', 系统: 'system', 未知账号: 'unknown' }[name]
  return [...found.map(({ id }) => id), ...(others ? [others] : [])]
}

/** What a person may mean by the name of an object: a number, a login, a name; or an id itself. */
export async function idsNamed(name: string): Promise<string[]> {
  const lists = await Promise.all([
    db().select({ id: items.id }).from(items).where(eq(items.ref, name)),
    db().select({ id: notices.id }).from(notices).where(eq(notices.number, name)),
    db().select({ id: units.id }).from(units).where(eq(units.name, name)),
    db()
      .select({ id: users.id })
      .from(users)
      .where(or(eq(users.name, name), eq(users.login, name.toLowerCase()))),
    db().select({ id: publications.id }).from(publications).where(eq(publications.name, name)),
  ])
  return [...new Set([name, ...lists.flat().map(({ id }) => id)])]
}
