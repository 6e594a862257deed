import 'server-only'
import { and, asc, eq, gt, inArray, isNotNull, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { adoptionRevocations, adoptions, itemEvents, items, itemVersions, pastQuarters, units } from '@/db/schema'
import { narrow } from '@/lib/domain/base/text'
import { BODY_MAX, STATES, TITLE_MAX } from '@/lib/domain/items/item'
import { chineseDate, dayOfInstant, type Quarter, quarterName, quarterOfInstant } from '@/lib/domain/time/quarter'
import { inForce } from '../../adoptions/inner/in-force'
import { nameCell, narrowed, optionalCell, pastInstantCell, textCell, writeInstant } from './cells'
import { CHUNK, type CsvLine } from './csv'
import { byText, chunks, firstOfAll, format, type Importing } from './format'
import { orderedId } from './ids'
import { changedMeanwhile } from './meanwhile'
import type { SeenItem } from './seen'

type ItemRow = typeof items.$inferSelect

type Given = Pick<ItemRow, 'unitId' | 'title' | 'body' | 'submittedAt' | 'author' | 'phone' | 'signer'>

type Change = { line: number; ref: string; old: ItemRow; given: Given & { submittedAt: number; quarter: Quarter } }

const GIVEN = ['unitId', 'title', 'body', 'submittedAt', 'author', 'phone', 'signer'] as const satisfies (keyof Given)[]

/** Items: received at the instant that the file says, in that instant's quarter. */
export const itemsFormat = format({
  file: 'items.csv',
  columns: {
    ref: textCell('编号', { max: 64 }),
    unit: nameCell('单位'),
    title: textCell('标题', { max: TITLE_MAX }),
    body: textCell('正文', { max: BODY_MAX, line: false }),
    submitted_at: pastInstantCell('报送时间'),
    author: optionalCell('撰稿人', 50),
    phone: narrowed(optionalCell('联系电话', 30)),
    signer: optionalCell('签发人', 50),
  },

  begin(importing) {
    const { tx } = importing
    const past = tx.select().from(pastQuarters)
    let closed: Set<Quarter> | null = null
    const outcome = { changed: 0, unchanged: 0, figures: new Set<Quarter | 'all'>() }
    return {
      async take(lines) {
        closed ??= new Set((await past).map(({ quarter }) => quarter))
        const { added, changes, unchanged } = await compare(lines, closed, importing)
        outcome.changed += added.length + changes.length
        outcome.unchanged += unchanged
        for (const { quarter } of [...added, ...changes.flatMap(({ old, given }) => [old, given])])
          if (quarter) outcome.figures.add(quarter)
        for (const quarter of await adoptedQuarters(tx, changes, importing.say)) outcome.figures.add(quarter)
        if (added.length + changes.length > 0) importing.stage({ added, changes } satisfies Staged)
        importing.restsOn(changes.map(({ old }) => old.id))
        await importing.tick()
      },
      end: async () => outcome,
    }
  },

  async post(tx, { added, changes }: Staged, now) {
    await write(tx, added, changes, now)
    return added.length + changes.length
  },

  async *rows(tx) {
    for (let after = -1; ; ) {
      const ofInstant = (where: SQL) =>
        tx
          .select({ item: items, unit: units.name })
          .from(items)
          .innerJoin(units, eq(units.id, items.unitId))
          .where(and(eq(items.state, 'received'), isNotNull(items.quarter), where))
          .orderBy(asc(items.submittedAt))
      const next = await ofInstant(gt(items.submittedAt, after)).limit(CHUNK)
      const last = next.at(-1)?.item.submittedAt
      if (last == null) return
      // Those of the last instant may be more than were read, and are sorted together.
      const at = ({ item }: (typeof next)[number]) => item.submittedAt ?? 0
      const found = [...next.filter((row) => at(row) < last), ...(await ofInstant(eq(items.submittedAt, last)))]
      found.sort((a, b) => at(a) - at(b) || byText(a.item.ref, b.item.ref))
      yield found.map(({ item, unit }) => ({
        ref: item.ref,
        unit,
        title: item.title,
        body: item.body,
        submitted_at: writeInstant(item.submittedAt ?? 0),
        author: item.author ?? '',
        phone: item.phone ?? '',
        signer: item.signer ?? '',
      }))
      after = last
    }
  },
})

type Row = Omit<Given, 'unitId' | 'submittedAt'> & { ref: string; unit: string; submitted_at: number }

type Staged = { added: ItemRow[]; changes: Change[] }

/** What some rows of the file would add and change. */
async function compare(lines: CsvLine<Row>[], closed: ReadonlySet<Quarter>, importing: Importing) {
  const { tx, names, items: seen, say } = importing
  const added: ItemRow[] = []
  const changes: Change[] = []
  const known: [string, SeenItem][] = []
  let unchanged = 0
  const firsts = firstOfAll(lines, ({ ref }) => narrow(ref), '编号', importing)
  // One that was once stored as it was typed is known by that as well.
  const refs = firsts.flatMap(({ row }) => [...new Set([row.ref, narrow(row.ref)])])
  const stored = refs.length > 0 ? await tx.select().from(items).where(inArray(items.ref, refs)) : []
  const byRef = new Map(stored.map((item) => [item.ref, item]))
  for (const { line, row } of firsts) {
    const { ref: typed, unit, submitted_at: submittedAt, ...rest } = row
    const ref = narrow(typed)
    const unitId = names.idOf(unit, (why) => say(line, '单位', why))
    if (unitId === null) {
      known.push([ref, { id: '', unitId: '', submittedAt, state: 'received', version: 0 }])
      continue
    }
    const given = { ...rest, unitId, submittedAt, quarter: quarterOfInstant(submittedAt) }
    if (closed.has(given.quarter))
      say(line, '报送时间', `${quarterName(given.quarter)}已录入历史数据，不能再导入信息明细。`)
    const old = byRef.get(typed) ?? byRef.get(ref)
    const changed = old !== undefined && GIVEN.some((field) => old[field] !== given[field])
    if (!old) added.push(freshItem(ref, given))
    else if (!changed) unchanged++
    else if (old.state === 'received') changes.push({ line, ref, old, given })
    else say(line, '编号', `该信息现为“${STATES[old.state]}”，不能由导入改动；请由单位重新报送后再导入。`)
    const item = old ?? (added.at(-1) as ItemRow)
    const version = changed ? item.version + 1 : item.version
    known.push([ref, { id: item.id, unitId, submittedAt, state: item.state, version }])
  }
  seen.add(known)
  return { added, changes, unchanged }
}

async function write(tx: Database, added: ItemRow[], changes: readonly Change[], now: number): Promise<void> {
  if (added.length > 0) {
    const refs = added.map(({ ref }) => ref)
    const [taken] = await tx.select({ ref: items.ref }).from(items).where(inArray(items.ref, refs)).limit(1)
    if (taken) throw changedMeanwhile(`编号 ${taken.ref} 已被使用`)
    await tx.insert(items).values(added)
    await tx.insert(itemVersions).values(added.map((item) => versionOf(item, item.createdAt)))
    await tx.insert(itemEvents).values(added.map((item) => eventOf(item, item.createdAt, null)))
  }
  for (const { old, given } of changes) {
    const item = { ...old, ...given, version: old.version + 1, updatedAt: now }
    await tx
      .update(items)
      .set({ ...given, version: item.version, updatedAt: now })
      .where(eq(items.id, old.id))
    if (old.title !== item.title || old.body !== item.body) {
      await tx.insert(itemVersions).values(versionOf(item, now))
    }
    await tx.insert(itemEvents).values(eventOf(item, now, '数据导入更正'))
  }
}

function freshItem(ref: string, given: Change['given']): ItemRow {
  return {
    id: orderedId(),
    ref,
    type: null,
    eventDay: null,
    unclassifiedAt: null,
    duplicateOf: null,
    isolatedAt: null,
    notUsed: false,
    reasonId: null,
    reason: null,
    state: 'received',
    standing: 'ungraded',
    clockDrift: null,
    version: 1,
    createdBy: null,
    createdAt: given.submittedAt,
    updatedAt: given.submittedAt,
    ...given,
  }
}

function versionOf({ id, version, title, body, type, eventDay, author, phone, signer }: ItemRow, at: number) {
  return { itemId: id, version, title, body, type, eventDay, author, phone, signer, at }
}

function eventOf({ id, version }: ItemRow, at: number, reason: string | null) {
  return { id: orderedId(), itemId: id, verb: 'submit' as const, at, by: null, reason, version }
}

/**
 * The quarters of the adoptions that move to another unit with their items. An item that would be submitted after one
 * of its adoptions is a fault.
 */
async function adoptedQuarters(tx: Database, changes: Change[], say: (l: number, w: string, y: string) => void) {
  const found = new Set<Quarter>()
  for (const chunk of chunks(changes.filter((c) => moves(c) || c.old.submittedAt !== c.given.submittedAt))) {
    const byItem = new Map(chunk.map((change) => [change.old.id, change]))
    const adopted = await tx
      .select({ itemId: adoptions.itemId, adoptedOn: adoptions.adoptedOn, quarter: adoptions.quarter })
      .from(adoptions)
      .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, adoptions.id))
      .where(and(inArray(adoptions.itemId, [...byItem.keys()]), inForce))
      .orderBy(adoptions.adoptedOn)
    for (const { itemId, adoptedOn, quarter } of adopted) {
      const change = byItem.get(itemId)
      if (!change) continue
      if (moves(change)) found.add(quarter)
      if (adoptedOn >= dayOfInstant(change.given.submittedAt)) continue
      say(change.line, '报送时间', `晚于该信息已登记的采用（${chineseDate(adoptedOn)}）。`)
      byItem.delete(itemId)
    }
  }
  return found
}

function moves({ old, given }: Change): boolean {
  return old.unitId !== given.unitId
}
