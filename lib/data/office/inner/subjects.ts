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
import { OF_THE_OFFICE, type SubjectWords } from './asked'

/** What the log speaks of, in words: each asks one table for the ids that it knows. Never what a unit wrote. */
const ASKED: readonly ((ids: string[]) => Promise<SubjectWords[]>)[] = [
  async (ids) =>
    (
      await db()
        .select({ id: items.id, ref: items.ref, unit: units.name })
        .from(items)
        .innerJoin(units, eq(units.id, items.unitId))
        .where(inArray(items.id, ids))
    ).map(({ id, ref, unit }) => ({ id, words: `信息 ${ref}（${unit}）` })),
  async (ids) =>
    (await db().select().from(users).where(inArray(users.id, ids))).map(({ id, name, login }) => ({
      id,
      words: `账号 ${name}（${login}）`,
    })),
  async (ids) =>
    (
      await db()
        .select({ id: sessions.id, name: users.name })
        .from(sessions)
        .innerJoin(users, eq(users.id, sessions.userId))
        .where(inArray(sessions.id, ids))
    ).map(({ id, name }) => ({ id, words: `${name}的登录` })),
  async (ids) =>
    (await db().select({ id: notices.id, number: notices.number }).from(notices).where(inArray(notices.id, ids))).map(
      ({ id, number }) => ({ id, words: `通报 ${number}` }),
    ),
  async (ids) =>
    (
      await db()
        .select({ id: noticeDrafts.id, quarter: noticeDrafts.quarter })
        .from(noticeDrafts)
        .where(inArray(noticeDrafts.id, ids))
    ).map(({ id, quarter }) => ({ id, words: `${quarterName(quarter)}通报稿` })),
  async (ids) =>
    (
      await db()
        .select({ id: texts.id, itemId: texts.itemId, ref: items.ref })
        .from(texts)
        .leftJoin(items, eq(items.id, texts.itemId))
        .where(inArray(texts.id, ids))
    ).map(({ id, ref }) => ({ id, words: ref === null ? '综合' : `编辑稿（信息 ${ref}）` })),
  async (ids) =>
    (
      await db()
        .select({ id: editions.id, name: publications.name, year: editions.year, issueNo: editions.issueNo })
        .from(editions)
        .innerJoin(publications, eq(publications.id, editions.publicationId))
        .where(inArray(editions.id, ids))
    ).map(({ id, name, year, issueNo }) => ({ id, words: `《${name}》${year} 年第 ${issueNo} 期` })),
  async (ids) =>
    (await db().select().from(publications).where(inArray(publications.id, ids))).map(({ id, name }) => ({
      id,
      words: `刊物《${name}》`,
    })),
  async (ids) =>
    (
      await db()
        .select({ id: gradeProposals.id, ref: items.ref })
        .from(gradeProposals)
        .innerJoin(items, eq(items.id, gradeProposals.itemId))
        .where(inArray(gradeProposals.id, ids))
    ).map(({ id, ref }) => ({ id, words: `采用建议（信息 ${ref}）` })),
  async (ids) =>
    (await db().select().from(commissions).where(inArray(commissions.id, ids))).map(({ id, topic }) => ({
      id,
      words: `约稿“${topic}”`,
    })),
  async (ids) =>
    (await db().select().from(upperLists).where(inArray(upperLists.id, ids))).map(({ id, name }) => ({
      id,
      words: `上级清单“${name}”`,
    })),
  async (ids) =>
    (await db().select().from(units).where(inArray(units.id, ids))).map(({ id, name }) => ({ id, words: name })),
  async (ids) =>
    (
      await db()
        .select()
        .from(categories)
        .where(inArray(categories.key, ids as never))
    ).map(({ key, name }) => ({
      id: key,
      words: `类别 ${name}`,
    })),
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
