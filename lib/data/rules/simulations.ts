import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, desc, eq, lt, or, type SQL } from 'drizzle-orm'
import type { ZodError } from 'zod'
import { digestOf, record } from '@/db/audit'
import { type Database, snapshot } from '@/db/client'
import { simulations, users } from '@/db/schema'
import type { Arrival } from '@/lib/domain/base/arrival'
import type { Cursor } from '@/lib/domain/base/cursor'
import { Fault, notFound } from '@/lib/domain/base/fault'
import { rank } from '@/lib/domain/figures/ranking'
import type { Viewer } from '@/lib/domain/people/policy'
import { differences, type RuleChange, type Simulation, simulate } from '@/lib/domain/rules/simulation'
import type { Quarter } from '@/lib/domain/time/quarter'
import { changesSchema, type SimulationInput } from '@/lib/schemas/rules'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { type Counted, countedIn } from '../figures/inner/counted'

/** A saved simulation: a name, a quarter and the rules that differ; its figures are computed whenever it is read. */
export type SavedSimulation = {
  id: string
  quarter: Quarter
  name: string
  changes: RuleChange[]
  who: string
  at: number
}

/** A saved simulation with its effect on the figures of today. */
export type SavedTrial = SavedSimulation & Pick<Simulation, 'compared'>

/** A simulation beside the figures of this moment. `past`: the paper behind a quarter without items. */
export type Trial = Simulation & { past: string | null }

const PAGE = 30

/** Saves a simulation: its quarter and the rules that differ from those in force. Nothing else reads what is saved. */
export function saveSimulation(viewer: Viewer, input: SimulationInput, arrival: Arrival): Promise<{ id: string }> {
  return write(viewer, 'simulation.save', arrival, input, async (tx) => {
    authorize(viewer, 'simulation.save')
    const { quarter, name, typed } = input
    const { tables } = rank(await countedIn(tx, quarter))
    const tried = changesSchema(tables.map(({ category }) => category)).safeParse(typed)
    if (!tried.success) throw faultOf(tried.error)
    const changes = differences(tried.data, tables)
    if (changes.length === 0)
      throw new Fault('invalid', '各项分值都与现行计分办法相同，没有可保存的试算。请先改动分值，再“试算”和“保存”。')
    const id = randomUUID()
    const rules = JSON.stringify(changes)
    await tx.insert(simulations).values({ id, quarter, name, rules, madeBy: viewer.userId, madeAt: arrival.at })
    // No `figures`: a simulation moves none.
    const detail = { quarter, changes, name: digestOf(name) }
    await record(tx, viewer.userId, { verb: 'simulation.save', subject: id, detail }, arrival.at)
    return { id }
  })
}

/** A quarter ranked by its rules and by these, from the database as it is now. */
export async function trialOf(viewer: Viewer, quarter: Quarter, changes: readonly RuleChange[]): Promise<Trial> {
  authorize(viewer, 'simulation.read')
  return tried(await snapshot((tx) => countedIn(tx, quarter)), changes)
}

/** A saved simulation and what it comes to today. */
export async function simulationOf(viewer: Viewer, id: string): Promise<{ saved: SavedSimulation; trial: Trial }> {
  authorize(viewer, 'simulation.read')
  return snapshot(async (tx) => {
    const [saved] = await savedOnes(tx, eq(simulations.id, id))
    if (!saved) throw notFound('试算')
    return { saved, trial: tried(await countedIn(tx, saved.quarter), saved.changes) }
  })
}

/** The saved simulations, newest first, each with its effect on the figures of today; `next` leads to older ones. */
export async function savedSimulations(
  viewer: Viewer,
  after?: Cursor,
): Promise<{ rows: SavedTrial[]; next: Cursor | null }> {
  authorize(viewer, 'simulation.read')
  return snapshot(async (tx) => {
    const older =
      after && or(lt(simulations.madeAt, after.at), and(eq(simulations.madeAt, after.at), lt(simulations.id, after.id)))
    const found = await savedOnes(tx, older)
    const counted = new Map<Quarter, Counted>()
    const rows: SavedTrial[] = []
    for (const saved of found.slice(0, PAGE)) {
      const input = counted.get(saved.quarter) ?? (await countedIn(tx, saved.quarter))
      counted.set(saved.quarter, input)
      rows.push({ ...saved, compared: simulate(input, saved.changes).compared })
    }
    const last = rows.at(-1)
    return { rows, next: found.length > PAGE && last ? { at: last.at, id: last.id } : null }
  })
}

/** What is wrong in the fields of a trial, each fault at its field. */
function faultOf({ issues }: ZodError): Fault {
  const fields = Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]))
  return new Fault('invalid', issues[0]?.message ?? '分值无效。', fields)
}

async function savedOnes(tx: Database, which: SQL | undefined): Promise<SavedSimulation[]> {
  const rows = await tx
    .select({
      id: simulations.id,
      quarter: simulations.quarter,
      name: simulations.name,
      rules: simulations.rules,
      who: users.name,
      at: simulations.madeAt,
    })
    .from(simulations)
    .innerJoin(users, eq(users.id, simulations.madeBy))
    .where(which)
    .orderBy(desc(simulations.madeAt), desc(simulations.id))
    .limit(PAGE + 1)
  return rows.map(({ rules, quarter, ...row }) => {
    return { ...row, quarter, changes: JSON.parse(rules) as RuleChange[] }
  })
}

function tried(counted: Counted, changes: readonly RuleChange[]): Trial {
  return { ...simulate(counted, changes), past: counted.past }
}
