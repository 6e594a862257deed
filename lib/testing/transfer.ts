import { desc } from 'drizzle-orm'
import { db } from '@/db/client'
import { audit } from '@/db/schema'
import { operator } from '@/lib/auth/viewer'
import { importFiles } from '@/lib/data/transfer/import'
import { golden2020Q3 } from '@/lib/domain/figures/golden/2020Q3'

/** For tests only. */
export const NOW = Date.parse('2026-11-20T10:00:00+08:00')

export const HEADERS = {
  'categories.csv': 'key,name,title,words,aliases,valid_from',
  'units.csv': 'name,category,aliases',
  'rules.csv': 'category,valid_from,kind,points,source',
  'targets.csv': 'unit,year,quarterly_items,annual_points',
  'items.csv': 'ref,unit,title,body,submitted_at,author,phone,signer',
  'adoptions.csv': 'item,kind,adopted_on,publication,issue_no',
} as const

/** A folder of files by name: rows to stand below the header, or whole contents. */
export type Folder = Partial<Record<keyof typeof HEADERS, readonly string[] | string | Uint8Array>>

/** Imports a folder as the shell would. */
export function loadFolder(folder: Folder) {
  return importFiles(operator(), filesOf(folder), { now: NOW })
}

export function filesOf(folder: Folder) {
  return Object.entries(folder).map(([name, given]) => {
    const content = Array.isArray(given) ? `${[HEADERS[name as keyof Folder], ...given].join('\n')}\n` : given
    return { name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : (content as Uint8Array) }
  })
}

/** The newest entry of the audit log: the same before and after means that nothing was changed. */
export async function auditHead(): Promise<string | undefined> {
  const [last] = await db().select({ hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(1)
  return last?.hash
}

/** The third quarter of 2020 as a folder: as many items and adoptions of each unit as the notice printed. */
export function goldenFolder(): Record<Exclude<keyof typeof HEADERS, 'categories.csv'>, string[]> {
  const { units, rules, targets, items, adoptions } = golden2020Q3
  const points = (centi: number | null) => String((centi ?? 0) / 100)
  const firstOf = new Map(units.map(({ id }) => [id, `${id}-1`]))
  return {
    'units.csv': units.map(({ name, category }) => `${name},${category},`),
    'rules.csv': rules.map((r) => `${r.category},${r.validFrom},${r.kind},${points(r.points)},`),
    'targets.csv': units.map(({ id, name }) => {
      const goal = targets.get(id)
      return `${name},2020,${goal?.quarterlyItems},${points(goal?.annualPoints ?? null)}`
    }),
    'items.csv': units.flatMap(({ id, name }) =>
      Array.from({ length: items.get(id) ?? 0 }, (_, i) => {
        return `${id}-${i + 1},${name},${name}信息${i + 1},正文,2020-07-01T09:00:00+08:00,,,`
      }),
    ),
    'adoptions.csv': adoptions.flatMap(({ unitId, kind, count }) =>
      Array.from({ length: count }, (_, i) => `${firstOf.get(unitId)},${kind},2020-09-30,每日要情,${i + 1}`),
    ),
  }
}
