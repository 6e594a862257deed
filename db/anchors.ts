import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { memory } from '@/lib/domain/base/memory'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { dataDirectory } from './dialect'
import { algorithmOf, keyed } from './digest'

/** The head of the log at a moment: what shows a tail that was cut, and a chain written anew. */
export type Anchor = { at: number; seq: number; hash: string; why: 'head' | 'day' | 'notice' }

type Noted = {
  known: { seq: number; hash: string } | null
  head: Anchor | null
  lines: Anchor[]
  day: string | null
  timer: NodeJS.Timeout | null
}

/** Written beside the answers, at most once in so long. */
const GATHER_MS = 1_000

const pending = () =>
  memory<Noted>('anchors of the audit log', { most: 1 }).once('here', () => ({
    known: readHead() ?? null,
    head: null,
    lines: [],
    day: null,
    timer: null,
  }))

/** Where anchors lie: best in a folder of another machine, where whoever holds this one cannot reach them. */
export function anchorFolder(): string {
  return resolve(/* turbopackIgnore: true */ process.env.AUDIT_ANCHORS || join(dataDirectory(), 'anchors'))
}

/** The newest head that this process knows of: a log that is shorter has lost its tail. */
export function knownHead(): { seq: number; hash: string } | null {
  return pending().known
}

/** Notes the head after a commit. The first of a day, and one with an issued notice, become lines that stay. */
export function noteHead({ seq, hash }: { seq: number; hash: string }, withNotice: boolean): void {
  const noted = pending()
  const at = Date.now()
  if (withNotice || noted.day !== dayOfInstant(at))
    noted.lines.push({ at, seq, hash, why: withNotice ? 'notice' : 'day' })
  noted.day = dayOfInstant(at)
  noted.known = { seq, hash }
  if (noted.head === null || noted.head.seq < seq) noted.head = { at, seq, hash, why: 'head' }
  noted.timer ??= setTimeout(writeAnchors, GATHER_MS).unref()
}

/** Writes what was noted; what fails is tried again with the next head. */
export function writeAnchors(): void {
  const noted = pending()
  if (noted.timer) clearTimeout(noted.timer)
  noted.timer = null
  if (!noted.head) return
  try {
    const folder = anchorFolder()
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const lines = noted.lines.filter((line) => line.why === 'notice' || !hasDay(line))
    if (lines.length > 0)
      appendFileSync(join(folder, 'anchors.jsonl'), lines.map(lineOf).join(''), { mode: 0o600, flush: true })
    const before = readHead()
    if (typeof before !== 'object' || before === null || before.seq < noted.head.seq) {
      const draft = join(folder, `head.${process.pid}`)
      writeFileSync(draft, lineOf(noted.head), { mode: 0o600 })
      renameSync(draft, join(folder, 'head.json'))
    }
    noted.lines = []
    noted.head = null
  } catch {
    // The folder of another machine may be away; what was noted stays noted.
  }
}

/** The anchors that are there: those that the key proves, and how many lines it does not. */
export function readAnchors(): { anchors: Anchor[]; forged: number; head: boolean } {
  const file = join(anchorFolder(), 'anchors.jsonl')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).map(anchorIn) : []
  const head = readHead()
  const all = [...lines, ...(head === undefined ? [] : [head])]
  const anchors = all.filter((one): one is Anchor => one !== null)
  return { anchors, forged: all.length - anchors.length, head: head !== undefined }
}

function readHead(): Anchor | null | undefined {
  const file = join(anchorFolder(), 'head.json')
  return existsSync(file) ? anchorIn(readFileSync(file, 'utf8')) : undefined
}

function hasDay(line: Anchor): boolean {
  const day = dayOfInstant(line.at)
  return readAnchors().anchors.some((one) => one.why !== 'head' && dayOfInstant(one.at) === day)
}

function lineOf({ at, seq, hash, why }: Anchor): string {
  return `${JSON.stringify({ at, time: new Date(at).toISOString(), seq, hash, why, proof: proofOf({ at, seq, hash, why }) })}\n`
}

function anchorIn(line: string): Anchor | null {
  try {
    const { at, seq, hash, why, proof } = JSON.parse(line) as Anchor & { proof: string }
    const by = algorithmOf(proof)
    return by && proof === proofOf({ at, seq, hash, why }, by) ? { at, seq, hash, why } : null
  } catch {
    return null
  }
}

function proofOf({ at, seq, hash, why }: Anchor, by?: 'sm3' | 'sha256'): string {
  return keyed(JSON.stringify(['anchor', at, seq, hash, why]), by)
}
