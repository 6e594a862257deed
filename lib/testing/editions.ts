import { startEdition } from '@/lib/data/editions/editions'
import { pickEntries } from '@/lib/data/editions/entries'
import { keepPublication } from '@/lib/data/editions/publications'
import { editionOf } from '@/lib/data/editions/reading'
import { releaseEdition } from '@/lib/data/editions/release'
import type { Viewer } from '@/lib/domain/people/policy'
import type { PublicationInput } from '@/lib/schemas/editions'
import { arrival, aStory, sent, type World } from './world'

/** For tests only: the day on which everything happens to publications. */
export const EDITION_DAY = '2026-05-20'

/** For tests only: publications and editions as an editor makes them, in a world that is made before the first of them. */
export function editionDesk(world: () => World) {
  let n = 0
  const aPublication = (over: Partial<PublicationInput> = {}): PublicationInput => ({
    id: '',
    name: `样例专报${++n}`,
    kind: 'district_full',
    issuer: '样例区人民政府办公室',
    position: 1,
    retired: '',
    ...over,
  })
  const defined = async (over: Partial<PublicationInput> = {}) => {
    const input = aPublication(over)
    return { ...input, ...(await keepPublication(world().editor, input, arrival(EDITION_DAY))) }
  }
  const begun = async (publicationId: string, day = EDITION_DAY) =>
    (await startEdition(world().editor, { publicationId, day }, arrival(day))).id
  const read = (id: string, viewer: Viewer = world().editor) => editionOf(viewer, id, arrival(EDITION_DAY).at)
  const at = async (id: string) => ({ id, version: (await read(id)).version })
  const pick = async (id: string, items: string[], texts: string[] = [], editor = world().editor) =>
    pickEntries(editor, { ...(await at(id)), items, texts }, arrival(EDITION_DAY))
  const released = async (id: string, editor = world().editor) =>
    releaseEdition(editor, await at(id), arrival(EDITION_DAY))
  const anItemOf = async (clerk: Viewer, title: string, day = '2026-05-05') =>
    (await sent(clerk, day, aStory(title))).id
  const threeItems = async () => [
    await anItemOf(world().clerk, '样例甲事'),
    await anItemOf(world().otherClerk, '样例乙事'),
    await anItemOf(world().townClerk, '样例丙事'),
  ]

  /** An edition of a new publication in which these items stand. */
  async function composed(items: string[], over: Partial<PublicationInput> = {}) {
    const publication = await defined(over)
    const id = await begun(publication.id)
    await pick(id, items)
    return { id, publication }
  }
  const titles = async (id: string) => (await read(id)).entries.map(({ title }) => title)
  return { aPublication, defined, begun, read, at, pick, released, anItemOf, threeItems, composed, titles }
}
