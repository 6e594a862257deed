'use server'
import { action } from '@/lib/action/action'
import * as editions from '@/lib/data/editions/editions'
import * as entries from '@/lib/data/editions/entries'
import * as publications from '@/lib/data/editions/publications'
import * as release from '@/lib/data/editions/release'
import {
  changeEditionSchema,
  editionSchema,
  MOVES,
  moveSchema,
  pickSchema,
  publicationSchema,
  releaseSchema,
  startEditionSchema,
} from '@/lib/schemas/editions'

export const keepPublication = action('publication.keep', publicationSchema, async (viewer, input, arrival) => {
  const { id } = await publications.keepPublication(viewer, input, arrival)
  return input.id ? { message: '已保存。' } : { message: '刊物已设立。', to: `/publications/${id}` }
})

export const startEdition = action('edition.compose', startEditionSchema, async (viewer, input, arrival) => {
  const { id } = await editions.startEdition(viewer, input, arrival)
  return { message: '已开始编排。', to: `/editions/${id}` }
})

export const changeEdition = action('edition.compose', changeEditionSchema, async (viewer, input, arrival) => {
  await editions.changeEdition(viewer, input, arrival)
  return { message: '期号和日期已保存。' }
})

export const dropEdition = action('edition.compose', editionSchema, async (viewer, input, arrival) => {
  const { publicationId } = await editions.dropEdition(viewer, input, arrival)
  return { message: '本期已放弃，记录保留。', to: `/publications/${publicationId}` }
})

export const pickEntries = action('edition.compose', pickSchema, async (viewer, input, arrival) => {
  const { picked } = await entries.pickEntries(viewer, input, arrival)
  return { message: picked > 0 ? `已编入 ${picked} 条。` : '勾选的都已在本期。' }
})

export const moveEntry = action('edition.compose', moveSchema, async (viewer, input, arrival) => {
  await entries.moveEntry(viewer, input, arrival)
  return { message: `已${MOVES[input.verb]}。` }
})

export const releaseEdition = action('edition.release', releaseSchema, async (viewer, input, arrival) => {
  const { name, entries, adoptions, stood } = await release.releaseEdition(viewer, input, arrival)
  const rest = stood > 0 ? `；${stood} 项已有登记，没有另行登记` : ''
  return { message: `${name}已发刊，${entries} 条共登记采用 ${adoptions} 项${rest}。`, to: `/editions/${input.id}` }
})
