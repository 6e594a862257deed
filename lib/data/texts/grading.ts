import 'server-only'
import type { Arrival } from '@/lib/domain/base/arrival'
import { Fault } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import type { GradeTextInput } from '@/lib/schemas/texts'
import { together } from '../adoptions/inner/asking'
import { adoptedBy } from '../adoptions/inner/second-eyes'
import { authorize } from '../core/authorize'
import { write } from '../core/write'
import { sourcesOf } from '../editions/inner/entries'
import { adoptText, writersOfText } from './inner/adoption'
import { loadText, textChanged } from './inner/load'

/**
 * Records that an edited text was adopted, in one or several kinds: one adoption a unit and kind, shared among the units
 * that it was made of. Whatever stands in the way of one item refuses all and names it.
 */
export function gradeText(
  viewer: Viewer,
  input: GradeTextInput,
  arrival: Arrival,
): Promise<{ adoptions: string[]; sharers: number }> {
  return write(viewer, 'item.grade', arrival, input, async (tx) => {
    authorize(viewer, 'item.grade')
    const { id, kinds, sharers: said, told, ...source } = input
    await loadText(tx, viewer, 'grade', id)
    const origin = { right: 'text.grade', proposedBy: await writersOfText(tx, id), told } as const
    authorize(viewer, origin.right, await adoptedBy(tx, origin.proposedBy))
    const sharers = (await sourcesOf(tx, [id])).get(id)?.names.length ?? 0
    if (sharers !== said)
      throw new Fault('conflict', `供稿单位已由他人变动，现为 ${sharers} 个，没有登记；请核对后再按一次。`)
    const adoptions: string[] = []
    const questions: Fault[] = []
    for (const kind of kinds) {
      try {
        const taken = await adoptText(tx, viewer, { textId: id, kind, ...source }, arrival.at, origin)
        adoptions.push(...taken.adoptions)
      } catch (error) {
        if (!(error instanceof Fault) || error.told.length === 0) throw error
        questions.push(error)
      }
    }
    if (questions.length > 0) throw together(questions)
    const detail = { kinds, adoptedOn: source.adoptedOn, sharers, adoptions }
    await textChanged(tx, viewer, { id, verb: 'text.grade', at: arrival.at, detail })
    return { adoptions, sharers }
  })
}
