import 'server-only'
import { setImmediate as turn } from 'node:timers/promises'
import { readAnchors } from '@/db/anchors'
import { db } from '@/db/client'
import { missingTriggers } from '@/db/triggers'
import type { AuditDetails } from '@/lib/domain/office/audit'
import type { Accepted, AsItStood, Finding } from '@/lib/domain/office/finding'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { subjectsInWords } from './inner/subjects'
import { readAccessChain, readChain } from './inner/verify/chain'
import { acceptances, begunSince, boundHeads, newestCheck } from './inner/verify/newest'
import { compareRows, ENOUGH, partsOf, Vouched } from './inner/verify/rows'
import type { Rest } from './inner/verify/sealed-rows'
import type { Borne, ChainRead } from './inner/verify/walk'

const NAMED = 200

/** What a verification went through, and what it found: the weightiest first. */
export type Verification = {
  entries: number
  rows: number
  head: string
  accesses: { seq: number; hash: string }
  findings: Finding[]
  /** Whether it ended before every row was compared, since it had found so many differences. */
  stopped: boolean
  /** What was found earlier and accepted since. */
  accepted: Accepted[]
  /** Up to which line the access log went, since it was kept long enough. */
  gone: number
  /** The logs as they stand, whatever is wrong with them. */
  standing: { audit: AsItStood; access: AsItStood }
}

type Progress = (done: number, total: number) => void

/**
 * Verifies both logs against their key and their anchors, and every table that carries rights, points or words against
 * the log. It reads beside all work, a little at a time.
 */
export async function verifyLog(
  viewer: Viewer,
  progress: Progress = () => undefined,
  rest: Rest = turn,
): Promise<Verification> {
  authorize(viewer, 'audit.verify')
  const accepted = await acceptances()
  const renewed = new Set(accepted.map(({ seq }) => seq))
  const triggers = await missingTriggers(db())
  const parts = await partsOf()
  let vouched = new Vouched(0, parts, renewed)
  const log = await verifyAudit(
    accepted.map(({ audit, at }) => ({ ...audit, at })),
    (sealing) => vouched.see(sealing),
    progress,
    rest,
  )
  const findings: Finding[] = [...log.findings]
  let rows = 0
  let stopped = false
  for (let part = 0; part < parts; part++) {
    if (part > 0) vouched = await new Vouched(part, parts, renewed).readAll(log.entries, rest)
    const compared = await compareRows(vouched, (done) => progress(rows + done, rows + done), rest)
    findings.push(...compared.findings)
    rows += compared.rows
    stopped ||= compared.findings.length >= ENOUGH
  }
  const looked = await verifyAccesses(
    log,
    accepted.map(({ access, at }) => ({ ...access, at })),
    progress,
    rest,
  )
  findings.push(...looked.findings)
  findings.push(...triggers.map((name): Finding => ({ kind: 'trigger_missing', name })))
  const wrong = new Set(log.wrong)
  return {
    ...{ entries: log.entries, rows, head: log.head, accesses: { seq: looked.entries, hash: looked.head } },
    findings: await inWords(findings),
    stopped,
    accepted: accepted.filter(({ seq }) => !wrong.has(seq)),
    standing: { audit: stood(log), access: stood(looked) },
    gone: looked.from.seq,
  }
}

type Read = { entries: number; asIs: string; forged: number }

function stood({ entries, asIs, forged }: Read): AsItStood {
  return { to: entries, asIs, forged }
}

/** The audit log against its key and its anchors; `see` sees all that it says of rows. */
async function verifyAudit(
  borne: readonly Borne[],
  see: Parameters<typeof readChain>[2],
  progress: Progress,
  rest: Rest,
) {
  const { anchors, forged, head } = readAnchors()
  const read = await readChain(anchors, borne, see, progress, rest)
  const findings = [...read.findings]
  if (forged > knownForged(borne)) findings.push({ kind: 'anchor_forged', lines: forged - knownForged(borne) })
  if (!head && read.entries > 0) findings.push({ kind: 'anchor_missing' })
  return { ...read, findings, forged }
}

/** The access log against its key, its anchors, and the heads that the audit log holds of it. */
async function verifyAccesses(log: ChainRead, borne: readonly Borne[], progress: Progress, rest: Rest) {
  const { anchors, forged, head } = readAnchors('access')
  const bound = [...(await boundHeads()), ...anchors]
  const begin = () => begunSince(log.entries, log.pruned)
  let from = await begin()
  let read = await readAccessChain(from, bound, borne, progress, rest)
  // Old lines may go while others are read.
  for (let now = await begin(); now.seq !== from.seq; now = await begin()) {
    from = now
    read = await readAccessChain(from, bound, borne, progress, rest)
  }
  const findings = [...read.findings]
  const lines = forged - knownForged(borne)
  if (lines > 0) findings.push({ kind: 'anchor_forged', lines, log: 'access' })
  if (!head && read.entries > 0) findings.push({ kind: 'anchor_missing', log: 'access' })
  return { ...read, findings, forged, from }
}

function knownForged(borne: readonly Borne[]): number {
  return Math.max(0, ...borne.map(({ forged }) => forged))
}

/** Rows are named by what a person knows them by; of very many findings the first ones. */
async function inWords(findings: readonly Finding[]): Promise<Finding[]> {
  const idsOf = (finding: Finding) => ('key' in finding ? [finding.label ?? '', ...finding.key.split('|')] : [])
  const words = await subjectsInWords(findings.slice(0, NAMED).flatMap(idsOf))
  return findings.map((finding) => {
    if (!('key' in finding)) return finding
    const parts = finding.key.split('|').map((part) => words.get(part) ?? part)
    const label = finding.label === null ? parts.join('，') : (words.get(finding.label) ?? finding.label)
    return { ...finding, label }
  })
}

/** What the newest check of a day found, for the auditor; null before the first. */
export async function lastCheck(viewer: Viewer) {
  authorize(viewer, 'audit.read')
  const entry = await newestCheck()
  return entry ? { at: entry.at, ...(JSON.parse(entry.detail) as AuditDetails['audit.verify']) } : null
}
