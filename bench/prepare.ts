import { randomUUID } from 'node:crypto'
import { sample } from '@/cli/sample/generate'
import { closeDatabase, transaction } from '@/db/client'
import { migrate } from '@/db/migrate'
import { adoptions, items, sessions, units, users } from '@/db/schema'
import { sessionCookie } from '@/lib/auth/options'
import { operator } from '@/lib/auth/viewer'
import { indexWaiting } from '@/lib/data/search/inner/indexing'
import { importFiles } from '@/lib/data/transfer/import'
import { KINDS } from '@/lib/domain/adoptions/kinds'
import type { Role } from '@/lib/domain/people/policy'
import { dayOfInstant, type Quarter, quarterBounds, quarterOfDay } from '@/lib/domain/time/quarter'

/*
 * Prepares a database for measuring: the sample quarter, then as many items in other quarters as the first argument
 * says in all, and a signed-in session for a clerk of every unit, an editor and a reader. Prints their cookies.
 */
/** In one transaction; nobody else writes here. */
const INDEXED_AT_ONCE = 2_000

const total = Number(process.argv[2] ?? 1386)
const now = Date.now()
await migrate()
const files = Object.entries(sample(new Date(now).getUTCFullYear())).map(([name, text]) => ({
  name,
  bytes: Buffer.from(text),
}))
await importFiles(operator(), files, { now })
await fillOtherQuarters(total - 1386)
while ((await indexWaiting(INDEXED_AT_ONCE)) > 0);
const cookies = await signEveryoneIn()
await closeDatabase()
process.stdout.write(JSON.stringify(cookies))

async function fillOtherQuarters(count: number): Promise<void> {
  const others: Quarter[] = []
  for (let year = 2010; year < 2020; year++) for (const q of [1, 2, 3, 4]) others.push(`${year}Q${q}` as Quarter)
  const chunk = 500
  for (let from = 0; from < count; from += chunk * 40) {
    await transaction(async (tx) => {
      const register = await tx.select({ id: units.id }).from(units)
      for (let start = from; start < Math.min(count, from + chunk * 40); start += chunk) {
        const rows = Array.from({ length: Math.min(chunk, count - start) }, (_, i) =>
          itemRow(start + i, register, others),
        )
        await tx.insert(items).values(rows)
        const adopted = rows.filter((_, i) => i % 16 === 0).map(adoptionRow)
        await tx.insert(adoptions).values(adopted)
      }
    })
  }
}

function itemRow(n: number, register: { id: string }[], others: Quarter[]) {
  const quarter = others[n % others.length] as Quarter
  const { from, to } = quarterBounds(quarter)
  const submittedAt = from + Math.floor((((n * 7919) % 1_000_003) / 1_000_003) * (to - from))
  return {
    id: randomUUID(),
    ref: `B${n}`,
    unitId: register[(n * 31) % register.length]?.id ?? '',
    title: `【样例】第${n}条压力测试信息：推进重点项目建设情况`,
    body: `本条为性能测量用样例，编号${n}。\n各项工作有序推进，无实际内容。`.repeat(4),
    type: 'activity' as const,
    eventDay: dayOfInstant(submittedAt),
    author: '样例撰稿人',
    phone: '000-0000000',
    signer: '样例签发人',
    unclassifiedAt: submittedAt,
    state: 'received' as const,
    version: 1,
    submittedAt,
    quarter,
    createdBy: null,
    createdAt: submittedAt,
    updatedAt: submittedAt,
  }
}

function adoptionRow(item: ReturnType<typeof itemRow>, i: number) {
  const adoptedOn = dayOfInstant(item.submittedAt)
  return {
    id: randomUUID(),
    itemId: item.id,
    kind: KINDS[i % KINDS.length]?.kind ?? 'forwarded',
    adoptedOn,
    quarter: quarterOfDay(adoptedOn),
    publication: null,
    issueNo: null,
    recordedBy: null,
    recordedAt: item.submittedAt,
  }
}

async function signEveryoneIn(): Promise<{ clerks: string[]; editor: string; reader: string; auditor: string }> {
  const open = (role: Role, unitId: string | null) =>
    transaction(async (tx) => {
      const [userId, sessionId] = [randomUUID(), randomUUID()]
      await tx.insert(users).values({
        id: userId,
        login: userId,
        name: '样例账号',
        role,
        unitId,
        mayRelease: false,
        mayIssue: false,
        passwordHash: 'none',
        passwordChangedAt: now,
        mustChangePassword: false,
        disabled: false,
        sessionVersion: 1,
        createdAt: now,
      })
      await tx.insert(sessions).values({
        id: sessionId,
        userId,
        version: 1,
        address: '127.0.0.1',
        createdAt: now,
        lastSeenAt: now,
        expiresAt: now + 36e5,
        endedAt: null,
      })
      return sessionId
    })
  const cookie = async (role: Role, unitId: string | null) => {
    const { name, value } = await sessionCookie(await open(role, unitId))
    return `${name}=${value}`
  }
  const register = await transaction((tx) => tx.select({ id: units.id }).from(units))
  const clerks: string[] = []
  for (const unit of register) clerks.push(await cookie('clerk', unit.id))
  return {
    clerks,
    editor: await cookie('editor', null),
    reader: await cookie('reader', null),
    auditor: await cookie('audit_admin', null),
  }
}
