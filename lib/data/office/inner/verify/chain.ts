import 'server-only'
import { and, desc, gt, lte } from 'drizzle-orm'
import { boundIn } from '@/db/access'
import type { Anchor } from '@/db/anchors'
import { db } from '@/db/client'
import { algorithm, algorithmOf, rowsDigest } from '@/db/digest'
import { AT_ONCE } from '@/db/rows'
import { accesses, audit } from '@/db/schema'
import { byEntry, type Rest, type Sealing } from './sealed-rows'
import { type Borne, type ChainRead, type LogBegin, Walk } from './walk'

type Progress = (done: number, total: number) => void

/**
 * Walks the audit log from its first entry to its last, some milliseconds at a time: each must be what the key made it,
 * follow the one before, bind what it says of rows, and be what an anchor says it was. `see` sees all that is said of rows.
 */
export async function readChain(
  anchors: readonly Anchor[],
  borne: readonly Borne[],
  see: (sealing: Sealing) => void,
  progress: Progress,
  rest: Rest,
): Promise<ChainRead> {
  const [newest] = await db().select({ seq: audit.seq }).from(audit).orderBy(desc(audit.seq)).limit(1)
  const to = newest?.seq ?? 0
  const belonging = byEntry(to, rest, see)
  const walk = new Walk('audit', anchors, borne)
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

/** The same for the access log, which speaks of no rows, and of which old lines may be gone. */
export async function readAccessChain(
  from: LogBegin,
  anchors: readonly Anchor[],
  borne: readonly Borne[],
  progress: Progress,
  rest: Rest,
): Promise<ChainRead> {
  const [newest] = await db().select({ seq: accesses.seq }).from(accesses).orderBy(desc(accesses.seq)).limit(1)
  const to = newest?.seq ?? 0
  const walk = new Walk('access', anchors, borne, from)
  for (let seq = 0; seq < to; ) {
    const lines = await db()
      .select()
      .from(accesses)
      .where(and(gt(accesses.seq, seq), lte(accesses.seq, to)))
      .orderBy(accesses.seq)
      .limit(AT_ONCE)
    for (const line of lines) walk.take({ ...line, figures: null }, boundIn(line))
    seq = lines.at(-1)?.seq ?? to
    progress(seq, to)
    await rest()
  }
  const { findings, ...read } = walk.end()
  return { ...read, findings: findings.map((finding) => ({ ...finding, log: 'access' })) }
}
