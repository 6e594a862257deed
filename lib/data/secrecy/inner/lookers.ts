import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import { db } from '@/db/client'
import { accesses, editionEntries, textSources } from '@/db/schema'
import { addressAsked, fileIn } from '@/lib/domain/office/access'
import type { CopyPlace } from '@/lib/domain/secrecy/isolation'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import { linesThat } from '../../office/inner/lines'
import type { Isolated } from './places'

const MOST = 2_000

/** Who of the office read what is isolated, or took a file of it away, as the access log knows: a line a person and kind, newest first. */
export async function lookers(isolationId: string, isolated: Isolated, files: readonly string[]): Promise<CopyPlace[]> {
  const subjects = await namesInLog(isolationId, isolated, files)
  const lines = await linesThat(accesses, null, MOST, [inArray(accesses.subject, subjects)])
  const seen = new Map<string, { who: string; what: string; newest: number; times: number }>()
  for (const { actor, name, login, subject, at } of lines) {
    const what = fileIn(subject)?.words ?? null
    const key = `${actor} ${what}`
    const one = seen.get(key)
    const words = what === null ? '查看全文' : `下载${what}`
    if (one) one.times++
    else seen.set(key, { who: name ? `${name}（${login}）` : actor, what: words, newest: at, times: 1 })
  }
  return [...seen.values()].map(({ who, what, newest, times }) => ({
    what: '查阅记录',
    where: `${who}${what}${times > 1 ? ` ${times} 次` : ''}，最近 ${chineseDateTime(newest)}；可能另存、打印，须向本人核查`,
    gone: false,
  }))
}

/** Under which names the access log speaks of it. */
async function namesInLog(isolationId: string, { itemId, attachmentId }: Isolated, files: readonly string[]) {
  const none = new URLSearchParams()
  const taken = files.flatMap((attachment) => [
    addressAsked('/items/[id]/attachments/[attachment]', { id: itemId, attachment }, none),
    addressAsked('/isolations/[id]/files/[attachment]', { id: isolationId, attachment }, none),
  ])
  if (attachmentId !== null) return taken
  const editions = await db()
    .selectDistinct({ id: editionEntries.editionId })
    .from(editionEntries)
    .innerJoin(textSources, eq(textSources.textId, editionEntries.textId))
    .where(eq(textSources.itemId, itemId))
  return [itemId, ...taken, ...editions.map(({ id }) => addressAsked('/editions/[id]/docx', { id }, none))]
}
