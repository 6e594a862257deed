import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { adoptionRevocations, adoptions, itemEvents, items, itemVersions, pastQuarters, units } from '@/db/schema'
import { BODY_MAX, STATES, TITLE_MAX } from '@/lib/domain/items/item'
import { chineseDate, dayOfInstant, type Quarter, quarterName, quarterOfInstant } from '@/lib/domain/time/quarter'
import { inForce } from '../../adoptions/inner/in-force'
import { nameCell, optionalCell, pastInstantCell, textCell, writeInstant } from './cells'
import { byText, chunks, firstOfEach, format } from './format'
import { orderedId } from './ids'

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
    phone: optionalCell('联系电话', 30),
    signer: optionalCell('签发人', 50),
  },

  async plan(lines, { tx, now, names, items: seen, say, tick }) {
    const added: ItemRow[] = []
    const changes: Change[] = []
    const past = new Set((await tx.select().from(pastQuarters)).map(({ quarter }) => quarter))
    let unchanged = 0
    for (const chunk of chunks(firstOfEach(lines, ({ ref }) => ref, '编号', say))) {
      const stored = await tx
        .select()
        .from(items)
        .where(
          inArray(
            items.ref,
            chunk.map(({ row }) => row.ref),
          ),
        )
      const byRef = new Map(stored.map((item) => [item.ref, item]))
      for (const { line, row } of chunk) {
        const { ref, unit, submitted_at: submittedAt, ...rest } = row
        const unitId = names.idOf(unit, (why) => say(line, '单位', why))
        if (unitId === null) {
          seen.set(ref, { id: '', submittedAt, state: 'received', version: 0, stored: false })
          continue
        }
        const given = { ...rest, unitId, submittedAt, quarter: quarterOfInstant(submittedAt) }
        if (past.has(given.quarter))
          say(line, '报送时间', `${quarterName(given.quarter)}已录入历史数据，不能再导入信息明细。`)
        const old = byRef.get(ref)
        if (!old) added.push(freshItem(ref, given))
        else if (GIVEN.every((field) => old[field] === given[field])) unchanged++
        else if (old.state === 'received') changes.push({ line, ref, old, given })
        else say(line, '编号', `该信息现为“${STATES[old.state]}”，不能由导入改动；请由单位重新报送后再导入。`)
        const item = old ?? (added.at(-1) as ItemRow)
        seen.set(ref, { id: item.id, submittedAt, state: item.state, version: item.version, stored: Boolean(old) })
      }
      await tick(chunk.length)
    }
    const figures = new Set<Quarter>()
    const moved = [...added, ...changes.flatMap(({ old, given }) => [old, given])]
    for (const { quarter } of moved) if (quarter) figures.add(quarter)
    for (const quarter of await adoptedQuarters(tx, changes, say)) figures.add(quarter)
    return {
      changed: added.length + changes.length,
      unchanged,
      figures,
      async write() {
        for (const chunk of chunks(added)) {
          await tx.insert(items).values(chunk)
          await tx.insert(itemVersions).values(chunk.map((item) => versionOf(item, item.createdAt)))
          await tx.insert(itemEvents).values(chunk.map((item) => eventOf(item, item.createdAt, null)))
          await tick(chunk.length)
        }
        for (const { ref, old, given } of changes) {
          const item = { ...old, ...given, version: old.version + 1, updatedAt: now }
          await tx
            .update(items)
            .set({ ...given, version: item.version, updatedAt: now })
            .where(eq(items.id, old.id))
          if (old.title !== item.title || old.body !== item.body) {
            await tx.insert(itemVersions).values(versionOf(item, now))
          }
          await tx.insert(itemEvents).values(eventOf(item, now, '数据导入更正'))
          const entry = seen.get(ref)
          if (entry) entry.version = item.version
          await tick(1)
        }
      },
    }
  },

  async rows(tx) {
    const rows = await tx
      .select({ item: items, unit: units.name })
      .from(items)
      .innerJoin(units, eq(units.id, items.unitId))
      .where(eq(items.state, 'received'))
    const at = (row: (typeof rows)[number]) => row.item.submittedAt ?? 0
    rows.sort((a, b) => at(a) - at(b) || byText(a.item.ref, b.item.ref))
    return rows.map(({ item, unit }) => ({
      ref: item.ref,
      unit,
      title: item.title,
      body: item.body,
      submitted_at: writeInstant(item.submittedAt ?? 0),
      author: item.author ?? '',
      phone: item.phone ?? '',
      signer: item.signer ?? '',
    }))
  },
})

function freshItem(ref: string, given: Change['given']): ItemRow {
  return {
    id: orderedId(),
    ref,
    type: null,
    eventDay: null,
    unclassifiedAt: null,
    duplicateOf: null,
    notUsed: false,
    reasonId: null,
    reason: null,
    state: 'received',
    standing: 'ungraded',
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
