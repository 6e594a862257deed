import 'server-only'
import { and, desc, eq, gt } from 'drizzle-orm'
import { db, snapshot } from '@/db/client'
import { algorithmOf, rowDigest, type SealedRow } from '@/db/digest'
import { rowNamed, type StandingRow, standingRows } from '@/db/rows'
import { auditRows, items } from '@/db/schema'
import { SEALED, type SealedTable } from '@/db/sealed'
import type { Finding } from '@/lib/domain/office/finding'
import { type Rest, type Sealing, sealings } from './sealed-rows'

/** What the log last said of a row. */
type Last = { digest: string | null; seq: number }

/** Columns that name a row to a person, the first that it has. */
const NAMES = ['ref', 'number', 'login', 'name', 'item_id', 'unit_id', 'text_id', 'kind'] as const

/** A database with so many differences needs no longer list: there the comparison ends. */
export const ENOUGH = 1_000

/** With so many items what the log says of all rows is too much to hold at once: it is gone through in parts. */
const ITEMS_A_PART = 250_000

/** In how many parts the rows of this database are compared. */
export async function partsOf(): Promise<number> {
  return 1 + Math.floor((await db().$count(items)) / ITEMS_A_PART)
}

/** What the log says of the rows of one part, and where it found a row otherwise than it had left it. */
export class Vouched {
  readonly last = new Map<string, Last>()
  readonly findings: Finding[] = []
  to = 0

  /** @param renewed entries that bind every row anew: what the log said before is told with them alone */
  constructor(
    private readonly part: number,
    private readonly parts: number,
    private readonly renewed: ReadonlySet<number> = new Set(),
  ) {}

  holds(record: string): boolean {
    if (this.parts === 1) return true
    let sum = 0
    for (let i = 0; i < record.length; i++) sum = (sum * 31 + record.charCodeAt(i)) % 65_521
    return sum % this.parts === this.part
  }

  see({ seq, record, was, digest }: Sealing): void {
    if (seq !== this.to && this.renewed.has(seq)) {
      this.last.clear()
      this.findings.length = 0
    }
    this.to = seq
    if (!this.holds(record)) return
    const before = this.last.get(record)
    if (before && differs(before.digest, was))
      this.findings.push({ kind: 'row_foreign', ...named(record), label: null, seq })
    this.last.set(record, { digest, seq })
  }

  /** Goes through the log for what it says, where the walk along the chain did not do that. */
  async readAll(to: number, rest: Rest): Promise<this> {
    for await (const some of sealings(to, rest)) for (const one of some) this.see(one)
    return this
  }
}

/** Compares every row of a part with what the log says of it, some milliseconds at a time. */
export async function compareRows(vouched: Vouched, progress: (done: number) => void, rest: Rest) {
  const findings = vouched.findings
  let rows = 0
  for (const table of SEALED) {
    let after: SealedRow | null = null
    for (;;) {
      const standing: StandingRow[] = await standingRows(db(), table, after)
      if (findings.length >= ENOUGH) return { rows, findings }
      for (const { record, row } of standing) {
        if (!vouched.holds(record)) continue
        const last = vouched.last.get(record)
        vouched.last.delete(record)
        if (!agrees(table, row, last)) findings.push(...(await lookedAtAgain(table, record, vouched.to, last)))
        rows++
      }
      progress(rows)
      await rest()
      const end = standing.at(-1)
      if (!end) break
      after = end.row
    }
  }
  for (const [record, last] of vouched.last) {
    const table = SEALED.find(({ name }) => name === record.slice(0, record.indexOf(':')))
    if (findings.length >= ENOUGH) break
    if (table && last.digest !== null) findings.push(...(await lookedAtAgain(table, record, vouched.to, last)))
  }
  return { rows, findings }
}

/** What seems wrong may have been written meanwhile: the row and the log of one moment decide. */
function lookedAtAgain(table: SealedTable, record: string, to: number, known: Last | undefined): Promise<Finding[]> {
  return snapshot(async (tx) => {
    const now = await rowNamed(tx, table, record)
    const [newer] = await tx
      .select({ digest: auditRows.digest, seq: auditRows.seq })
      .from(auditRows)
      .where(and(gt(auditRows.seq, to), eq(auditRows.record, record)))
      .orderBy(desc(auditRows.seq))
      .limit(1)
    const last = newer ?? known
    if (now ? agrees(table, now.row, last) : (last?.digest ?? null) === null) return []
    const kind = !now ? 'row_deleted' : last?.digest ? 'row_changed' : 'row_added'
    return [{ kind, ...named(record), label: now && labelOf(now.row), seq: last?.seq ?? null }]
  })
}

function agrees({ columns }: SealedTable, row: SealedRow, last: Last | undefined): boolean {
  if (!last?.digest) return false
  return rowDigest(columns, row, algorithmOf(last.digest) ?? undefined) === last.digest
}

/** Where the digest was changed between two entries, what one says of the other's row cannot be compared. */
function differs(one: string | null, other: string | null): boolean {
  return one !== other && (one === null || other === null || algorithmOf(one) === algorithmOf(other))
}

function named(record: string) {
  const at = record.indexOf(':')
  return { table: record.slice(0, at), key: record.slice(at + 1) }
}

function labelOf(row: SealedRow): string | null {
  const column = NAMES.find((name) => row[name])
  return column ? String(row[column]) : null
}
