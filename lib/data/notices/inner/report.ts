import 'server-only'
import type { Database } from '@/db/client'
import { unitAliases, units } from '@/db/schema'
import { type CheckReport, checkNotice, type Register } from '@/lib/domain/checking/consistency'
import { type Notice, noticeText } from '@/lib/domain/notices/notice'

/** The check that a draft must pass before it is issued. */
export async function draftReport(tx: Database, notice: Notice): Promise<CheckReport> {
  return checkNotice(noticeText(notice), { register: await registerIn(tx) })
}

export async function registerIn(tx: Database): Promise<Register> {
  const rows = await tx.select().from(units).orderBy(units.position)
  const aliases = await tx.select().from(unitAliases)
  return rows.map(({ id, name, category }) => ({
    name,
    category,
    aliases: aliases.filter(({ unitId }) => unitId === id).map((alias) => alias.name),
  }))
}
