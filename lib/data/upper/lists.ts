import 'server-only'
import { desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { adoptionRevocations, adoptions, items, units, upperLines, upperLists } from '@/db/schema'
import { adoptionInWords } from '@/lib/domain/adoptions/adoption'
import { notFound } from '@/lib/domain/base/fault'
import { can, reasonOf, type Viewer } from '@/lib/domain/people/policy'
import { dayOfInstant, type Quarter, quarterOfDay } from '@/lib/domain/time/quarter'
import type { Candidate } from '@/lib/domain/upper/matching'
import { type PlacedLine, placedLine, sameRecord, type UpperLine } from '@/lib/domain/upper/upper'
import { adoptedBy } from '../adoptions/inner/second-eyes'
import { type Adoption, adoptionsOf } from '../adoptions/reading'
import { authorize } from '../core/authorize'
import { scoringQuarter } from '../notices/inner/open-quarter'
import { type LineState, stateNow } from './inner/state'
import { proposalsFor } from './matching'

/** A list from above, with how many of its lines stand in each state. */
export type UpperList = { id: string; name: string; receivedAt: number } & Record<LineState, number>

/** `recorded`: the item has this very adoption already; `before`: what it was adopted as in this kind otherwise. */
export type Offered = Candidate & { recorded: boolean; before: string | null }

/** `late`: the quarter in which it would score as 补录, its own being issued. */
export type OpenLine = PlacedLine & {
  candidates: Offered[]
  certain: boolean
  late: Quarter | null
}

/** `item` and the quarter in which it scores, of a posted line. */
export type ClosedLine = PlacedLine & {
  state: 'posted' | 'dropped'
  item: { id: string; ref: string; unit: string; quarter: Quarter } | null
}

/** One list as its page shows it. `notPosted`: why another has to post its lines; null when this viewer may. */
export type UpperListView = {
  id: string
  name: string
  receivedAt: number
  open: OpenLine[]
  closed: ClosedLine[]
  notPosted: string | null
}

/** The lists from above, newest first. */
export async function upperListsOf(viewer: Viewer): Promise<UpperList[]> {
  authorize(viewer, 'upper.read')
  const tally = (state: LineState) => sql`sum(case when ${stateNow} = ${state} then 1 else 0 end)`.mapWith(Number)
  return db()
    .select({
      id: upperLists.id,
      name: upperLists.name,
      receivedAt: upperLists.receivedAt,
      open: tally('open'),
      posted: tally('posted'),
      dropped: tally('dropped'),
    })
    .from(upperLists)
    .innerJoin(upperLines, eq(upperLines.listId, upperLists.id))
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, upperLines.adoptionId))
    .groupBy(upperLists.id, upperLists.name, upperLists.receivedAt)
    .orderBy(desc(upperLists.receivedAt), upperLists.id)
}

/** A list: its open lines with the items that they may mean as of now, and the others with what became of them. */
export async function upperList(viewer: Viewer, id: string, now: number): Promise<UpperListView> {
  authorize(viewer, 'upper.read')
  const [list] = await db().select().from(upperLists).where(eq(upperLists.id, id))
  if (!list) throw notFound('清单')
  const rows = await db()
    .select({
      line: upperLines,
      state: stateNow,
      item: { id: items.id, ref: items.ref, unit: units.name, quarter: adoptions.quarter },
    })
    .from(upperLines)
    .leftJoin(adoptions, eq(adoptions.id, upperLines.adoptionId))
    .leftJoin(items, eq(items.id, adoptions.itemId))
    .leftJoin(units, eq(units.id, items.unitId))
    .leftJoin(adoptionRevocations, eq(adoptionRevocations.adoptionId, upperLines.adoptionId))
    .where(eq(upperLines.listId, id))
    .orderBy(upperLines.position)
  const open = rows.filter(({ state }) => state === 'open').map(({ line }) => placedLine(line))
  const closed = rows.flatMap(({ line, state, item }): ClosedLine[] =>
    state === 'open' ? [] : [{ ...placedLine(line), state, item: item?.id ? (item as ClosedLine['item']) : null }],
  )
  const notPosted = reasonOf(can(viewer, 'upper.post', await adoptedBy(db(), [list.receivedBy])))
  return { id, name: list.name, receivedAt: list.receivedAt, open: await offered(viewer, open, now), closed, notPosted }
}

async function offered(viewer: Viewer, lines: readonly PlacedLine[], now: number): Promise<OpenLine[]> {
  const today = dayOfInstant(now)
  const proposals = await proposalsFor(
    viewer,
    lines.map((line) => ({ ...line, adoptedOn: line.adoptedOn ?? today, undated: line.adoptedOn === null })),
  )
  const ids = new Set(proposals.flatMap(({ candidates }) => candidates.map(({ item }) => item.id)))
  const recorded = await adoptionsOf(viewer, [...ids])
  const late = await lateQuarters(lines, now)
  return lines.map((line, i) => {
    const { candidates = [], certain = false } = proposals[i] ?? {}
    const all = candidates.map((one) => ({
      ...one,
      recorded: has(recorded, one.item.id, line),
      before: earlier(recorded, one.item.id, line),
    }))
    return {
      ...line,
      candidates: all,
      certain: certain && !all[0]?.recorded && !all[0]?.before,
      late: late.get(line.adoptedOn ?? '') ?? null,
    }
  })
}

const has = (all: readonly Adoption[], itemId: string, line: UpperLine) =>
  all.some((adoption) => adoption.itemId === itemId && sameRecord(adoption, line))

function earlier(all: readonly Adoption[], itemId: string, line: UpperLine): string | null {
  const same = all.filter((one) => one.itemId === itemId && one.kind === line.kind && !sameRecord(one, line))
  return same.map(adoptionInWords).join('；') || null
}

async function lateQuarters(lines: readonly UpperLine[], now: number): Promise<Map<string, Quarter>> {
  const late = new Map<string, Quarter>()
  for (const day of new Set(lines.flatMap(({ adoptedOn }) => adoptedOn ?? []))) {
    const quarter = await scoringQuarter(db(), day, now)
    if (quarter !== quarterOfDay(day)) late.set(day, quarter)
  }
  return late
}
