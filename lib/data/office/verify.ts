import 'server-only'
import { setImmediate as turn } from 'node:timers/promises'
import { readAnchors } from '@/db/anchors'
import { db } from '@/db/client'
import { missingTriggers } from '@/db/triggers'
import type { AuditDetails } from '@/lib/domain/office/audit'
import type { Finding } from '@/lib/domain/office/finding'
import type { Viewer } from '@/lib/domain/people/policy'
import { authorize } from '../core/authorize'
import { subjectsInWords } from './inner/subjects'
import { readChain } from './inner/verify/chain'
import { newestCheck } from './inner/verify/newest'
import { compareRows, partsOf, Vouched } from './inner/verify/rows'
import type { Rest } from './inner/verify/sealed-rows'

const NAMED = 200

/** What a verification went through, and what it found: the weightiest first. */
export type Verification = { entries: number; rows: number; head: string; findings: Finding[] }

/**
 * Verifies the log against its key and its anchors, and every table that carries rights, points or words against the
 * log. It reads beside all work, a little at a time.
 */
export async function verifyLog(
  viewer: Viewer,
  progress: (done: number, total: number) => void = () => undefined,
  rest: Rest = turn,
): Promise<Verification> {
  authorize(viewer, 'audit.verify')
  const { anchors, forged, head: anchored } = readAnchors()
  const triggers = await missingTriggers(db())
  const parts = await partsOf()
  let vouched = new Vouched(0, parts)
  const chain = await readChain(anchors, (sealing) => vouched.see(sealing), progress, rest)
  const findings = [...chain.findings]
  let rows = 0
  for (let part = 0; part < parts; part++) {
    if (part > 0) vouched = await new Vouched(part, parts).readAll(chain.entries, rest)
    const compared = await compareRows(vouched, (done) => progress(rows + done, rows + done), rest)
    findings.push(...compared.findings)
    rows += compared.rows
  }
  findings.push(...triggers.map((name): Finding => ({ kind: 'trigger_missing', name })))
  if (forged > 0) findings.push({ kind: 'anchor_forged', lines: forged })
  if (!anchored && chain.entries > 0) findings.push({ kind: 'anchor_missing' })
  return { entries: chain.entries, rows, head: chain.head, findings: await inWords(findings) }
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
