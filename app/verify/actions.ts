'use server'
import { headers } from 'next/headers'
import { publicAction } from '@/lib/action/action'
import { currentViewer } from '@/lib/auth/current'
import { spend } from '@/lib/auth/limits/limits'
import { addressIn } from '@/lib/auth/request'
import { stranger } from '@/lib/auth/viewer'
import * as checking from '@/lib/data/notices/checking'
import * as issued from '@/lib/data/notices/issued'
import { categoriesFor } from '@/lib/data/office/categories'
import { readNotice } from '@/lib/files/base/read'
import { verifySchema } from '@/lib/schemas/checking'

export const verifyNotice = publicAction('notice.verify', verifySchema, async ({ code, files: [file] }) => {
  await spend('verify', addressIn(await headers()))
  const viewer = (await currentViewer()) ?? stranger()
  const found = await issued.verifyNotice(viewer, code)
  if (!found) return { message: '没有查到。', data: null }
  if ('forged' in found) return { message: '不符。', data: found }
  const given = file ? [{ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }] : []
  const [read] = file ? await readNotice(given, await categoriesFor(viewer)) : []
  const compared = read ? await checking.checkAgainst(viewer, found.code, read.text) : null
  return { message: '已查到。', data: { ...found, compared } }
})
