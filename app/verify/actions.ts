'use server'
import { headers } from 'next/headers'
import { bytesOf } from '@/app/bytes-of'
import { publicAction } from '@/lib/action/action'
import { currentViewer } from '@/lib/auth/current'
import { spend } from '@/lib/auth/limits/limits'
import { addressIn } from '@/lib/auth/request'
import { stranger } from '@/lib/auth/viewer'
import { knownTo } from '@/lib/data/notices/checking'
import * as issued from '@/lib/data/notices/issued'
import { workFor } from '@/lib/files/pool/pool'
import { verifySchema } from '@/lib/schemas/checking'

export const verifyNotice = publicAction('notice.verify', verifySchema, async ({ code, files: [file] }) => {
  const address = addressIn(await headers())
  await spend('verify', address)
  const signedIn = await currentViewer()
  const viewer = signedIn ?? stranger()
  const found = await issued.verifyNotice(viewer, code)
  if (!found) return { message: '没有查到。', data: null }
  if ('forged' in found) return { message: '不符。', data: found }
  // Whoever has no account is known by his address, and waits for himself alone.
  const work = workFor(signedIn?.userId ?? address)
  const compare = async (given: File) =>
    work('compareFile', await bytesOf(given), found.code, await knownTo(viewer, found.code))
  return { message: '已查到。', data: { ...found, compared: file ? await compare(file) : null } }
})
