import 'server-only'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq, gt } from 'drizzle-orm'
import { db } from '@/db/client'
import { dataDirectory } from '@/db/dialect'
import { audit, isolations, items, RARELY, users } from '@/db/schema'
import { waiting } from '@/db/search'
import { ATTACHMENT_TYPES } from '@/lib/domain/attachments/attachment'
import { notFound } from '@/lib/domain/base/fault'
import type { Viewer } from '@/lib/domain/people/policy'
import type { CopyPlace } from '@/lib/domain/secrecy/isolation'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import { readKept } from '../attachments/inner/store'
import { authorize } from '../core/authorize'
import { alsoAttached, attachedFiles } from './inner/files'
import { lookers } from './inner/lookers'
import { keptAttachments, keptWords } from './inner/words'

/** Every place where copies of what an isolation keeps lie, as far as the portal can know. Throws 404 where there is none. */
export async function copiesOf(viewer: Viewer, id: string): Promise<CopyPlace[]> {
  authorize(viewer, 'isolation.isolate')
  const [found] = await db()
    .select({ isolation: isolations, createdAt: items.createdAt })
    .from(isolations)
    .innerJoin(items, eq(items.id, isolations.itemId))
    .where(eq(isolations.id, id))
  if (!found) throw notFound('隔离记录')
  const { itemId } = found.isolation
  const kept = await keptWords(db(), id)
  const counted = new Map<string, number>()
  for (const { place } of kept) counted.set(place.what, (counted.get(place.what) ?? 0) + 1)
  const ids = await keptAttachments(db(), id)
  return [
    ...[...counted].map(([what, n]): CopyPlace => ({ what, where: `数据库，${n} 处，已移出原处另存`, gone: false })),
    ...(await onDisk(ids)),
    await inSearch(itemId),
    ...(await inBackups(found.createdAt)),
    ...(await lookers(id, found.isolation, ids)),
    ...(await handedOut(found.createdAt)),
    ...BEYOND,
  ]
}

async function onDisk(ids: readonly string[]): Promise<CopyPlace[]> {
  if (ids.length === 0) return []
  const files = await attachedFiles(db(), ids)
  const others = await alsoAttached(
    db(),
    files.map(({ sha256 }) => sha256),
    ids,
  )
  return Promise.all(
    files.map(async ({ sha256, type }, i): Promise<CopyPlace> => {
      const same = others.filter((other) => other.sha256 === sha256).map(({ ref }) => ref)
      const lies = (await readKept(sha256)) !== null
      const also = same.length > 0 ? `；同一文件还附在${same.join('、')}，须一并隔离后才能从磁盘上清除` : ''
      const where = `服务器 attachments/${sha256.slice(0, 2)}/${sha256.slice(0, 12)}…${also}`
      return {
        what: `附件 ${i + 1}（${ATTACHMENT_TYPES[type].name}）`,
        where: lies ? where : '已不在服务器磁盘上',
        gone: !lies,
      }
    }),
  )
}

async function inSearch(itemId: string): Promise<CopyPlace> {
  const queued = await db().select().from(waiting).where(eq(waiting.itemId, itemId))
  return queued.length > 0
    ? { what: '检索索引', where: '正在重建，几秒后再看', gone: false }
    : { what: '检索索引', where: '已重建，不含原文', gone: true }
}

/** Copies of the whole database that were made since the item came to be, where they are ours to see. */
async function inBackups(since: number): Promise<CopyPlace[]> {
  const found: CopyPlace[] = []
  for (const folder of ['backup', 'backups']) {
    const place = join(/* turbopackIgnore: true */ dataDirectory(), folder)
    for (const name of await readdir(place).catch(() => [])) {
      const { mtimeMs } = await stat(join(place, name))
      if (mtimeMs >= since)
        found.push({ what: '备份', where: `${folder}/${name}（${chineseDateTime(Math.floor(mtimeMs))}）`, gone: false })
    }
  }
  return found
}

/** Who took all of the data out since then. */
async function handedOut(since: number): Promise<CopyPlace[]> {
  const rows = await db()
    .select({ at: audit.at, name: users.name })
    .from(audit)
    .leftJoin(users, eq(users.id, audit.actor))
    .where(and(eq(audit.verb, 'data.export'), RARELY, gt(audit.at, since)))
    .limit(20)
  return rows.map(({ at, name }) => ({
    what: '导出的数据',
    where: `${chineseDateTime(at)} 由${name ?? '命令行'}导出`,
    gone: false,
  }))
}

/** What no server can look into. */
const BEYOND: readonly CopyPlace[] = [
  { what: '个人电脑', where: '报送单位和编辑浏览器中未提交的内容、下载的附件、打印件，须逐人核查', gone: false },
  { what: '其他备份', where: '服务器以外的备份、磁盘快照、数据库日志，须由系统管理员核查', gone: false },
]
