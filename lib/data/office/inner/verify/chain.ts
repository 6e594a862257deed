import 'server-only'
import { and, desc, gt, lte } from 'drizzle-orm'
import type { Anchor } from '@/db/anchors'
import { db } from '@/db/client'
import { algorithm, algorithmOf, rowsDigest } from '@/db/digest'
import { judged } from '@/db/ledger'
import { AT_ONCE } from '@/db/rows'
import { audit } from '@/db/schema'
import type { Finding } from '@/lib/domain/office/finding'
import { byEntry, type Rest, type Sealing } from './sealed-rows'

type Entry = typeof audit.$inferSelect

export type ChainRead = { entries: number; head: string; findings: Finding[] }

/**
 * Walks the log from its first entry to its last, some milliseconds at a time: each must be what the key made it, follow
 * the one before, bind what it says of rows, and be what an anchor says it was. `see` sees all that is said of rows.
 */
export async function readChain(
  anchors: readonly Anchor[],
  see: (sealing: Sealing) => void,
  progress: (done: number, total: number) => void,
  rest: Rest,
): Promise<ChainRead> {
  const [newest] = await db().select({ seq: audit.seq }).from(audit).orderBy(desc(audit.seq)).limit(1)
  const to = newest?.seq ?? 0
  const belonging = byEntry(to, rest, see)
  const walk = new Walk(anchors)
  for (let seq = 0; seq < to; ) {
    const entries = await db()
      .select()
      .from(audit)
      .where(and(gt(audit.seq, seq), lte(audit.seq, to)))
      .orderBy(audit.seq)
      .limit(AT_ONCE)
    for (const entry of entries) {
      const digest = rowsDigest(algorithmOf(entry.hash) ?? algorithm())
      let any = false
      await belonging(entry.seq, ({ record, was, digest: now }) => {
        any = true
        digest.add(record, was, now)
      })
      walk.take(entry, any ? digest.end() : null)
    }
    seq = entries.at(-1)?.seq ?? to
    progress(seq, to)
    await rest()
  }
  return walk.end()
}

/** What one entry after another comes to. */
class Walk {
  private seq = 0
  private previous = ''
  private keyedSince = 0
  private wrong: number[] = []
  private readonly findings: Finding[] = []
  private readonly anchors: Map<number, Anchor>

  constructor(anchors: readonly Anchor[]) {
    this.anchors = new Map(anchors.map((anchor) => [anchor.seq, anchor]))
  }

  take(entry: Entry, rows: string | null): void {
    const gap = entry.seq !== this.seq + 1
    if (gap) this.findings.push({ kind: 'entry_missing', seq: this.seq + 1, until: entry.seq - 1 })
    const how = judged(entry, rows)
    const right = how === 'keyed' || (how === 'former' && this.keyedSince === 0)
    const follows = gap || this.wrong.at(-1) === this.seq || entry.previous === this.previous
    if (!right) this.wrong.push(entry.seq)
    else if (!follows) this.findings.push({ kind: 'chain_rewritten', seq: 1, until: this.seq })
    if (how === 'keyed' && this.keyedSince === 0) {
      this.keyedSince = entry.seq
      if (entry.verb !== 'audit.baseline') this.findings.push({ kind: 'baseline_missing' })
    }
    const anchor = this.anchors.get(entry.seq)
    if (right && anchor && anchor.hash !== entry.hash) this.findings.push({ kind: 'anchor_differs', seq: entry.seq })
    if (right && entry.verb === 'audit.cut') this.findings.push(cutIn(entry))
    this.seq = entry.seq
    this.previous = entry.hash
  }

  end(): ChainRead {
    const [first] = this.wrong
    const rewritten = this.wrong.length > 1 && first !== undefined && this.wrong.length === this.seq - first + 1
    if (rewritten) this.findings.unshift({ kind: 'chain_rewritten', seq: first, until: this.seq })
    else this.findings.unshift(...this.wrong.map((seq): Finding => ({ kind: 'entry_changed', seq })))
    if (this.seq > 0 && this.keyedSince === 0 && first === undefined) this.findings.push({ kind: 'baseline_missing' })
    const farthest = Math.max(0, ...this.anchors.keys())
    if (farthest > this.seq) this.findings.push({ kind: 'tail_cut', seq: this.seq, until: farthest })
    return { entries: this.seq, head: this.previous, findings: this.findings }
  }
}

function cutIn({ detail }: Entry): Finding {
  const { seq, until } = JSON.parse(detail) as { seq: number; until: number }
  return { kind: 'tail_cut', seq, until }
}
