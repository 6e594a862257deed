import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { memory } from '@/lib/domain/base/memory'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { dataDirectory } from './dialect'
import { algorithmOf, keyed } from './digest'

/** The logs that are chained: what was done, and who looked at what. */
export type LogName = 'audit' | 'access'

/** The head of the log at a moment: what shows a tail that was cut, and a chain written anew. */
export type Anchor = { at: number; seq: number; hash: string; why: 'head' | 'day' | 'notice' }

type Noted = {
  known: { seq: number; hash: string } | null
  head: Anchor | null
  lines: Anchor[]
  day: string | null
  /** What stands in the file of the head counts no more. */
  anew: boolean
  timer: NodeJS.Timeout | null
}

/** Written beside the answers, at most once in so long. */
const GATHER_MS = 1_000

const FILES: Readonly<Record<LogName, { lines: string; head: string }>> = {
  audit: { lines: 'anchors.jsonl', head: 'head.json' },
  access: { lines: 'access-anchors.jsonl', head: 'access-head.json' },
}

const pending = (log: LogName) =>
  memory<Noted>(`anchors of the ${log} log`, { most: 1 }).once('here', () => ({
    known: readHead(log) ?? null,
    head: null,
    lines: [],
    day: null,
    anew: false,
    timer: null,
  }))

/** Where anchors lie: best in a folder of another machine, where whoever holds this one cannot reach them. */
export function anchorFolder(): string {
  return resolve(/* turbopackIgnore: true */ process.env.AUDIT_ANCHORS || join(dataDirectory(), 'anchors'))
}

/** The newest head that this process knows of: a log that is shorter has lost its tail. */
export function knownHead(log: LogName = 'audit'): { seq: number; hash: string } | null {
  return pending(log).known
}

/** Lets go of what is known of a log: somebody has accepted that it is shorter now, or another. */
export function forgetHead(log: LogName): void {
  Object.assign(pending(log), { known: null, head: null, anew: true })
}

/** Notes the head after a commit. The first of a day, and one with an issued notice, become lines that stay. */
export function noteHead(
  { seq, hash }: { seq: number; hash: string },
  withNotice: boolean,
  log: LogName = 'audit',
): void {
  const noted = pending(log)
  const at = Date.now()
  if (withNotice || noted.day !== dayOfInstant(at))
    noted.lines.push({ at, seq, hash, why: withNotice ? 'notice' : 'day' })
  noted.day = dayOfInstant(at)
  noted.known = { seq, hash }
  if (noted.head === null || noted.head.seq < seq) noted.head = { at, seq, hash, why: 'head' }
  noted.timer ??= setTimeout(writeAnchors, GATHER_MS).unref()
}

/** Writes what was noted of both logs; what fails is tried again with the next head. */
export function writeAnchors(): void {
  for (const log of ['audit', 'access'] as const) writeNoted(log)
}

function writeNoted(log: LogName): void {
  const noted = pending(log)
  if (noted.timer) clearTimeout(noted.timer)
  noted.timer = null
  if (!noted.head) return
  try {
    const folder = anchorFolder()
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const lines = noted.lines.filter((line) => line.why === 'notice' || !hasDay(log, line))
    if (lines.length > 0)
      appendFileSync(join(folder, FILES[log].lines), lines.map((line) => lineOf(log, line)).join(''), {
        mode: 0o600,
        flush: true,
      })
    const before = readHead(log)
    if (noted.anew || typeof before !== 'object' || before === null || before.seq < noted.head.seq) {
      const draft = join(folder, `head.${process.pid}`)
      writeFileSync(draft, lineOf(log, noted.head), { mode: 0o600 })
      renameSync(draft, join(folder, FILES[log].head))
    }
    Object.assign(noted, { lines: [], head: null, anew: false })
  } catch {
    // The folder of another machine may be away; what was noted stays noted.
  }
}

/** The anchors that are there: those that the key proves, and how many lines it does not. */
export function readAnchors(log: LogName = 'audit'): { anchors: Anchor[]; forged: number; head: boolean } {
  const file = join(anchorFolder(), FILES[log].lines)
  const lines = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => anchorIn(log, line))
    : []
  const head = readHead(log)
  const all = [...lines, ...(head === undefined ? [] : [head])]
  const anchors = all.filter((one): one is Anchor => one !== null)
  return { anchors, forged: all.length - anchors.length, head: head !== undefined }
}

function readHead(log: LogName): Anchor | null | undefined {
  const file = join(anchorFolder(), FILES[log].head)
  return existsSync(file) ? anchorIn(log, readFileSync(file, 'utf8')) : undefined
}

function hasDay(log: LogName, line: Anchor): boolean {
  const day = dayOfInstant(line.at)
  return readAnchors(log).anchors.some((one) => one.why !== 'head' && dayOfInstant(one.at) === day)
}

function lineOf(log: LogName, { at, seq, hash, why }: Anchor): string {
  const proof = proofOf(log, { at, seq, hash, why })
  return `${JSON.stringify({ at, time: new Date(at).toISOString(), seq, hash, why, proof })}\n`
}

function anchorIn(log: LogName, line: string): Anchor | null {
  try {
    const { at, seq, hash, why, proof } = JSON.parse(line) as Anchor & { proof: string }
    const by = algorithmOf(proof)
    return by && proof === proofOf(log, { at, seq, hash, why }, by) ? { at, seq, hash, why } : null
  } catch {
    return null
  }
}

function proofOf(log: LogName, { at, seq, hash, why }: Anchor, by?: 'sm3' | 'sha256'): string {
  return keyed(JSON.stringify([log === 'audit' ? 'anchor' : 'access anchor', at, seq, hash, why]), by)
}
