import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { record } from '@/db/audit'
import type { Database } from '@/db/client'
import { adoptionRevocations, items, upperLines, upperLists } from '@/db/schema'
import { adoptionInWords } from '@/lib/domain/adoptions/adoption'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { ImportRefused } from '@/lib/domain/base/import-refused'
import type { Viewer } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { UnitNames } from '@/lib/domain/upper/matching/unit-names'
import { placedLine, readUpper, sameRecord, type Usual } from '@/lib/domain/upper/upper'
import type { LineChoice, PostInput, TakeBackInput } from '@/lib/schemas/upper'
import { unvaluedToken } from '../adoptions/inner/asking'
import { type Origin, recordAdoption } from '../adoptions/inner/record'
import { adoptedBy } from '../adoptions/inner/second-eyes'
import { adoptionsOf } from '../adoptions/reading'
import { authorize } from '../core/authorize'
import { itemScope } from '../core/scope'
import { write } from '../core/write'
import type { PastTables } from '../figures/past'
import { districtNow, unitsNow } from '../office/inner/names'
import { kindsNow } from '../rules/inner/levels'
import { closedFault, stateNow } from './inner/state'

/** What became of a ticked line, in words for the editor; `asks` when it is posted all the same once it is said so. */
export type Posted = { lineId: string; position: number; done: boolean; words: string; asks?: true }

/** Takes in a list, all or nothing; posts nothing. Throws ImportRefused with every fault. */
export function receiveList(
  viewer: Viewer,
  { name, ...usual }: Usual & { name: string },
  { tables, faults }: PastTables,
  arrival: Arrival,
): Promise<{ id: string; lines: number }> {
  return write(viewer, 'upper.post', arrival, { name, usual, tables }, async (tx) => {
    authorize(viewer, 'upper.post')
    const names = await namesOf(tx)
    const known = { isUnit: (text: string) => names.find(text) !== null, kinds: await kindsNow(tx) }
    const read = readUpper(tables, usual, known, dayOfInstant(arrival.at))
    if (faults.length + read.faults.length > 0) {
      throw new ImportRefused(faults.length > 0 && tables.length === 0 ? faults : [...faults, ...read.faults])
    }
    const id = randomUUID()
    await tx.insert(upperLists).values({ id, name, receivedBy: viewer.userId, receivedAt: arrival.at })
    await tx.insert(upperLines).values(
      read.lines.map((line, i) => ({
        ...line,
        adoptedOn: line.adoptedOn ?? '',
        id: randomUUID(),
        listId: id,
        position: i + 1,
        state: 'open' as const,
        adoptionId: null,
      })),
    )
    const detail = { lines: read.lines.length, kind: usual.kind }
    await record(tx, viewer.userId, { verb: 'upper.receive', subject: id, detail }, arrival.at)
    return { id, lines: read.lines.length }
  })
}

/**
 * Posts the ticked lines in one transaction, each as `grade` would, with the list as its evidence. A line that is refused says why and does not stop
 * the others.
 */
export function postLines(viewer: Viewer, input: PostInput, arrival: Arrival): Promise<Posted[]> {
  return write(viewer, 'upper.post', arrival, input, async (tx) => {
    authorize(viewer, 'upper.post')
    const [list] = await tx.select().from(upperLists).where(eq(upperLists.id, input.listId))
    if (!list) throw notFound('清单')
    const origin = { right: 'upper.post', proposedBy: [list.receivedBy] } as const
    authorize(viewer, origin.right, await adoptedBy(tx, origin.proposedBy))
    const ids = input.choices.map(({ lineId }) => lineId)
    const rows = await tx
      .select({ line: upperLines, state: stateNow })
      .from(upperLines)
      .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, upperLines.adoptionId))
      .where(and(eq(upperLines.listId, list.id), inArray(upperLines.id, ids)))
      .orderBy(upperLines.position)
    if (rows.length < new Set(ids).size) throw notFound('清单内容')
    const results: Posted[] = []
    for (const { line, state } of rows) {
      const choice = input.choices.find(({ lineId }) => lineId === line.id)
      const say = (done: boolean, words: string, asks = false) =>
        results.push({ lineId: line.id, position: line.position, done, words, ...(asks && { asks }) })
      try {
        if (state !== 'open') throw closedFault(state)
        say(true, await postLine(tx, viewer, { line, evidence: list.name, origin }, choice, arrival.at))
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        const asks = error.told.length > 0
        say(false, asks ? `${error.message}${ALL_THE_SAME}` : error.message, asks)
      }
    }
    return results
  })
}

const ALL_THE_SAME = '确要登记的，请在该条勾选“核对后仍要登记”，再按一次。'

/** 整份收回: a list that was misread, as long as nothing of it was posted; all its open lines are dropped. */
export function takeBackList(viewer: Viewer, { listId }: TakeBackInput, arrival: Arrival): Promise<{ lines: number }> {
  return write(viewer, 'upper.post', arrival, { listId }, async (tx) => {
    authorize(viewer, 'upper.post')
    const rows = await tx
      .select({ id: upperLines.id, state: stateNow })
      .from(upperLines)
      .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, upperLines.adoptionId))
      .where(eq(upperLines.listId, listId))
    if (rows.length === 0) throw notFound('清单')
    if (rows.some(({ state }) => state === 'posted'))
      throw new Fault('conflict', '清单中已有登记的条目，不能整份收回；读错的，请逐条剔除。')
    const open = rows.filter(({ state }) => state === 'open').map(({ id }) => id)
    if (open.length === 0) throw new Fault('conflict', '清单中没有待核对的条目，不用收回。')
    await tx.update(upperLines).set({ state: 'dropped', adoptionId: null }).where(inArray(upperLines.id, open))
    for (const id of open) {
      const detail = { list: listId, reason: 'misread' } as const
      await record(tx, viewer.userId, { verb: 'upper.drop', subject: id, detail }, arrival.at)
    }
    return { lines: open.length }
  })
}

async function postLine(
  tx: Database,
  viewer: Viewer,
  { line: row, evidence, origin }: { line: typeof upperLines.$inferSelect; evidence: string; origin: Origin },
  choice: LineChoice | undefined,
  at: number,
): Promise<string> {
  const line = placedLine(row)
  if (line.adoptedOn === null) throw new Fault('invalid', '这一条还没有采用日期，请先在“更改”中填写。')
  const item = await chosenItem(tx, viewer, choice)
  const same = (await adoptionsOf(viewer, [item.id], tx)).find((adoption) => sameRecord(adoption, line))
  if (same) {
    throw new Fault('conflict', `${item.ref} 已有相同的采用记录（${adoptionInWords(same)}），没有重复登记。`)
  }
  const { kind, adoptedOn, publication, issueNo } = line
  const texts = { publication: publication ?? '', issueNo: issueNo ?? '', evidence }
  const told = choice?.again ? [unvaluedToken({ itemId: item.id, kind })] : []
  const from = { ...origin, told, another: choice?.again }
  const adoption = await recordAdoption(tx, viewer, { id: item.id, kind, adoptedOn, ...texts }, at, from)
  await tx.update(upperLines).set({ state: 'posted', adoptionId: adoption.id }).where(eq(upperLines.id, row.id))
  return `已登记到 ${item.ref}：${adoptionInWords(adoption)}。`
}

async function chosenItem(
  tx: Database,
  viewer: Viewer,
  choice: LineChoice | undefined,
): Promise<{ id: string; ref: string }> {
  const { itemId = null, ref = null } = choice ?? {}
  const wanted = ref !== null ? eq(items.ref, ref) : itemId !== null ? eq(items.id, itemId) : null
  if (wanted === null) throw new Fault('invalid', '没有选择信息，请选一条候选，或者填写信息编号。')
  const [item] = await tx
    .select({ id: items.id, ref: items.ref })
    .from(items)
    .where(and(wanted, itemScope(viewer)))
  if (!item) throw ref === null ? notFound('信息') : new Fault('not_found', `没有编号为“${ref}”的信息。`)
  return item
}

async function namesOf(tx: Database): Promise<UnitNames> {
  return new UnitNames(await unitsNow(tx), await districtNow(tx))
}
