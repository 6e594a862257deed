'use server'
import { bytesOf } from '@/app/bytes-of'
import { action, type Done } from '@/lib/action/action'
import * as upperLines from '@/lib/data/upper/lines'
import * as upperLists from '@/lib/data/upper/upper'
import { ImportRefused } from '@/lib/domain/base/import-refused'
import { workFor } from '@/lib/files/pool/pool'
import { changeSchema, dateSchema, dropSchema, postSchema, receiveSchema, takeBackSchema } from '@/lib/schemas/upper'
import { listedFaults } from '../../listed-faults'

export const receiveList = action('upper.post', receiveSchema, async (viewer, input, arrival) => {
  const { files, text, adoptedOn, publication, issueNo, ...rest } = input
  const lists = await workFor(viewer.userId)('listsIn', await Promise.all(files.map(bytesOf)), text)
  const usual = {
    ...rest,
    adoptedOn: adoptedOn || null,
    publication: publication || null,
    issueNo: issueNo || null,
  }
  const { id, lines } = await upperLists.receiveList(viewer, usual, lists, arrival).catch((error: unknown) => {
    throw error instanceof ImportRefused ? listedFaults(error) : error
  })
  return { message: `已收下 ${lines} 条。`, to: `/upper/${id}` }
})

// It names no place to go: the page itself comes back with what became of each line, with or without scripts.
export const postLines = action('upper.post', postSchema, async (viewer, input, arrival): Promise<Done<unknown>> => {
  const results = await upperLists.postLines(viewer, input, arrival)
  const done = results.filter((one) => one.done).length
  const failed = results.length - done
  return { message: `登记 ${done} 条${failed > 0 ? `，${failed} 条没有登记` : ''}。`, data: results }
})

export const dropLine = action('upper.post', dropSchema, async (viewer, input, arrival) => {
  const { listId } = await upperLines.dropLine(viewer, input, arrival)
  return { message: '已剔除。', to: `/upper/${listId}` }
})

export const takeBackList = action('upper.post', takeBackSchema, async (viewer, input, arrival) => {
  const { lines } = await upperLists.takeBackList(viewer, input, arrival)
  return { message: `已整份收回，${lines} 条不再核对。`, to: '/upper' }
})

export const changeLine = action('upper.post', changeSchema, async (viewer, input, arrival) => {
  const { listId } = await upperLines.changeLine(viewer, input, arrival)
  return { message: '已更改，请核对候选信息。', to: `/upper/${listId}` }
})

export const dateLines = action('upper.post', dateSchema, async (viewer, input, arrival) => {
  const { lines } = await upperLines.dateLines(viewer, input, arrival)
  return { message: `已为 ${lines} 条填入采用日期。`, to: `/upper/${input.listId}` }
})
