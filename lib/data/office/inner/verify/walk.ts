import 'server-only'
import { createHash } from 'node:crypto'
import type { Anchor, LogName } from '@/db/anchors'
import { type Chained, judged } from '@/db/ledger'
import type { AuditDetails } from '@/lib/domain/office/audit'
import type { AsItStood, LogFinding } from '@/lib/domain/office/finding'

type Entry = Chained & { hash: string }

/** `asIs`: a digest of the log as it stands, whatever the key makes of it. `wrong`: what the key did not make. */
export type ChainRead = { entries: number; head: string; asIs: string; wrong: number[]; findings: LogFinding[] } & {
  /** Where the access log begins, by what the log says. */
  pruned: LogBegin
}

/** The line before the first of a log, which went when it was old: nothing, where all are there. */
export type LogBegin = { seq: number; hash: string }

export const FROM_THE_FIRST: LogBegin = { seq: 0, hash: '' }

/** Up to where somebody has accepted a log as it stood, at an instant. */
export type Borne = AsItStood & { at: number }

/** What one entry after another comes to. */
export class Walk {
  private seq = 0
  private previous = ''
  private keyedSince = 0
  private wrong: number[] = []
  private findings: LogFinding[] = []
  private readonly asIs = createHash('sha256')
  private borneAt = 0
  private readonly anchors: Map<number, Anchor>
  private pruned = FROM_THE_FIRST

  constructor(
    private readonly log: LogName,
    private readonly all: readonly Anchor[],
    private readonly borne: readonly Borne[],
    from = FROM_THE_FIRST,
  ) {
    this.anchors = new Map(all.map((anchor) => [anchor.seq, anchor]))
    this.seq = from.seq
    this.previous = from.hash
    // What was accepted of lines that went is no more; anchors of before it still say nothing.
    if (from.seq > 0) this.outlive(this.borne.filter(({ to }) => to <= from.seq))
    this.bear()
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
      if (this.log === 'audit' && entry.verb !== 'audit.baseline') this.findings.push({ kind: 'baseline_missing' })
    }
    const anchor = this.anchors.get(entry.seq)
    if (right && anchor && anchor.hash !== entry.hash) this.findings.push({ kind: 'anchor_differs', seq: entry.seq })
    if (right && entry.verb === 'audit.cut') this.findings.push(cutIn(entry))
    if (right && entry.verb === 'audit.prune') this.pruned = beginIn(entry)
    this.seq = entry.seq
    this.previous = entry.hash
    const { seq, at, actor, verb, subject, detail, figures, origin, previous, hash } = entry
    this.asIs.update(JSON.stringify([seq, at, actor, verb, subject, detail, figures, origin, previous, hash, rows]))
    this.bear()
  }

  /**
   * Where the log is up to here what somebody accepted, its breaks up to here are told with the acceptance alone, and
   * anchors of before say nothing new. A break that came into it later makes all of them stand again.
   */
  private bear(): void {
    const here = this.borne.filter(({ to, asIs }) => to === this.seq && asIs === this.asItStands())
    if (here.length === 0) return
    this.borneAt = this.seq
    this.wrong = []
    this.findings = []
    this.outlive(here)
  }

  /** Anchors from before an acceptance speak of what was then. */
  private outlive(accepted: readonly Borne[]): void {
    const at = Math.max(...accepted.map((one) => one.at))
    if (accepted.length === 0) return
    this.anchors.clear()
    for (const anchor of this.all) if (anchor.at > at) this.anchors.set(anchor.seq, anchor)
  }

  private asItStands(): string {
    return this.asIs.copy().digest('base64url')
  }

  end(): ChainRead {
    const { wrong, findings } = this
    const [first] = wrong
    const rewritten = wrong.length > 1 && first !== undefined && wrong.length === this.seq - first + 1
    if (rewritten) findings.unshift({ kind: 'chain_rewritten', seq: first, until: this.seq })
    else findings.unshift(...wrong.map((seq): LogFinding => ({ kind: 'entry_changed', seq })))
    if (this.seq > this.borneAt && this.keyedSince === 0 && first === undefined)
      findings.push({ kind: 'baseline_missing' })
    const farthest = Math.max(0, ...this.anchors.keys())
    if (farthest > this.seq) findings.push({ kind: 'tail_cut', seq: this.seq, until: farthest })
    return { entries: this.seq, head: this.previous, asIs: this.asItStands(), wrong, findings, pruned: this.pruned }
  }
}

/** Where the access log begins once lines of it went. */
export function beginIn({ detail }: Pick<Entry, 'detail'>): LogBegin {
  const { until, hash } = JSON.parse(detail) as AuditDetails['audit.prune']
  return { seq: until, hash }
}

function cutIn({ detail }: Entry): LogFinding {
  return { kind: 'tail_cut', ...(JSON.parse(detail) as AuditDetails['audit.cut']) }
}
