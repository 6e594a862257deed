import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { items } from '@/db/schema'
import { refusedInWords } from '@/lib/domain/adoptions/again'
import { kindName } from '@/lib/domain/adoptions/kinds'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault, notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import type { GradeAllInput, UndoInput } from '@/lib/schemas/adoptions'
import { authorize } from '../core/authorize'
import { itemScope } from '../core/scope'
import { write } from '../core/write'
import { titleFor } from '../items/inner/sent'
import { nothingUnseen } from '../items/inner/unseen'
import { together } from './inner/asking'
import { dropOwnProposal, proposeAdoption } from './inner/propose'
import { recordAdoption, recordRevocation } from './inner/record'
import { onlyProposes } from './inner/second-eyes'

export const UNDO_REASON = '误操作，立即撤销'

export type Graded = {
  /** What was made, to be shown and to be taken back. */
  adoptions: string[]
  proposals: string[]
  /** The items on which at least one kind was recorded or proposed. */
  items: string[]
  refused: { id: string; title: string; reason: string }[]
}

/**
 * Records several kinds on one or many items in one transaction: one press is one decision. Of many items those that can't be
 * graded are named with the reason and the rest is done: ninety-nine right grades don't wait for one that is wrong, and
 * nothing is hidden. Of one item all kinds are recorded or none, and while anything is left to ask nothing is recorded at all.
 * Where the office wants a second pair of eyes, an editor without the right to release proposes instead.
 */
export function gradeAll(viewer: Viewer, input: GradeAllInput, arrival: Arrival): Promise<Graded> {
  return write(viewer, 'item.grade', arrival, input, async (tx) => {
    authorize(viewer, 'item.grade')
    const proposes = await onlyProposes(tx, viewer)
    const done: Graded = { adoptions: [], proposals: [], items: [], refused: [] }
    const faults: Fault[] = []
    for (const { id, seen } of input.items) {
      const found = await gradeOne(tx, viewer, { ...input, id, seen, proposes }, done, arrival.at)
      if (found.length === 0) continue
      faults.push(...found)
      const [item] = await tx
        .select({ title: titleFor(viewer) })
        .from(items)
        .where(and(eq(items.id, id), itemScope(viewer)))
      const title = item?.title ?? '不在查看范围内的信息'
      done.refused.push(...found.map(({ message }) => ({ id, title, reason: message })))
    }
    const halved = done.refused.some(({ id }) => done.items.includes(id))
    if (faults.length > 0 && (input.items.length === 1 || halved || faults.some(asks)))
      throw nothingGraded(input, faults, done)
    return done
  })
}

/** What is said where nothing of a press was recorded: all that stands in its way, and that the rest was not recorded either. */
function nothingGraded({ items, kinds }: GradeAllInput, faults: readonly Fault[], { refused }: Graded): Fault {
  const pressed = items.length * kinds.length
  const rest = faults.length < pressed ? `这次所选的 ${pressed} 项都还没有登记。` : ''
  const said = together(faults)
  const words = items.length > 1 ? refusedInWords(refused).join(' ') : said.message
  return new Fault(said.code, `${words}${rest}`, said.fields, said.told)
}

const asks = ({ told }: Fault) => told.length > 0

type One = Omit<GradeAllInput, 'items'> & { id: string; seen: number | null; proposes: boolean }

async function gradeOne(tx: Database, viewer: Viewer, one: One, done: Graded, at: number): Promise<Fault[]> {
  const { kinds, id, seen, proposes, told, ...source } = one
  const [found] = await tx
    .select({ id: items.id })
    .from(items)
    .where(and(eq(items.id, id), itemScope(viewer)))
  if (!found) return [notFound('信息')]
  const unseen = await faultOf(() => nothingUnseen(tx, viewer, id, seen))
  if (unseen) return [unseen]
  const faults: Fault[] = []
  for (const kind of kinds) {
    const fault = await faultOf(async () => {
      const input = { id, kind, ...source }
      if (proposes) done.proposals.push((await proposeAdoption(tx, viewer, input, at, told)).id)
      else done.adoptions.push((await recordAdoption(tx, viewer, input, at, { told })).id)
      if (done.items.at(-1) !== id) done.items.push(id)
    })
    if (!fault) continue
    const words = kinds.length > 1 && !fault.message.includes(kindName(kind)) ? `${kindName(kind)}：` : ''
    faults.push(new Fault(fault.code, `${words}${fault.message}`, fault.fields, fault.told))
  }
  return faults
}

/** The fault of work that writes nothing once it throws one; anything else goes on and undoes the whole transaction. */
async function faultOf(work: () => Promise<unknown>): Promise<Fault | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

/** Takes back what one act of one's own made: adoptions by revocations that stay in the history, proposals by dropping. */
export function undoGrades(viewer: Viewer, input: UndoInput, arrival: Arrival): Promise<{ items: string[] }> {
  return write(viewer, 'item.revoke', arrival, input, async (tx) => {
    authorize(viewer, 'item.revoke')
    const touched = new Set<string>()
    for (const adoptionId of input.adoptions) {
      const { itemId } = await recordRevocation(tx, viewer, { adoptionId, reason: UNDO_REASON }, arrival.at, {
        own: true,
      })
      touched.add(itemId)
    }
    for (const proposalId of input.proposals)
      touched.add((await dropOwnProposal(tx, viewer, proposalId, arrival.at)).itemId)
    return { items: [...touched] }
  })
}
