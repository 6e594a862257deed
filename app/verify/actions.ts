'use server'
import { headers } from 'next/headers'
import { bytesOf } from '@/app/bytes-of'
import { publicAction } from '@/lib/action/action'
import { currentViewer } from '@/lib/auth/current'
import { addressIn } from '@/lib/auth/request'
import { stranger } from '@/lib/auth/viewer'
import { knownTo } from '@/lib/data/notices/checking'
import * as issued from '@/lib/data/notices/issued'
import { workFor } from '@/lib/files/pool/pool'
import { verifySchema } from '@/lib/schemas/checking'

export const verifyNotice = publicAction('notice.verify', verifySchema, async ({ code, files: [file] }) => {
  const signedIn = await currentViewer()
  const viewer = signedIn ?? stranger()
  const found = await issued.verifyNotice(viewer, code)
  if (!found) return { message: '没有查到。', data: null }
  // Whoever has no account is known by his address, and waits for himself alone.
  const person = signedIn?.userId ?? addressIn(await headers())
  const compare = async (given: File) =>
    workFor(person)('compareFile', await bytesOf(given), found.code, await knownTo(viewer, found.code))
  return { message: '已查到。', data: { ...found, report: file ? await compare(file) : null } }
})
