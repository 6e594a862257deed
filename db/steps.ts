import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dialect } from './dialect'
import { FORMER, type Former } from './former'

/** Where the steps of this database lie. */
export const migrationsFolder = fileURLToPath(new URL(`./migrations/${dialect}`, import.meta.url))

/** A step of this version; its file may have been checked out with either end of line. */
type Step = { tag: string; at: number; hash: string; hashes: readonly string[] }

/** A step that a database has behind it, as drizzle noted it. */
export type Applied = { at: number; hash: string }

/** How a database stands to the steps of this version. */
export type DatabaseState = {
  /** `altered`: a step was another when it was applied. */
  state: 'new' | 'behind' | 'current' | 'ahead' | 'altered'
  /** How many steps wait. */
  pending: number
  /** The steps applied in a form that is known and can be mended, with what drizzle notes of them today. */
  former: readonly (Former & Applied)[]
  /** The steps applied in a form that nobody knows. */
  altered: readonly string[]
}

/** Compares each step that was applied with the file of this version, by its hash. */
export function stateOfSteps(applied: readonly Applied[], steps = stepsHere()): DatabaseState {
  const known = new Map(steps.map((step) => [step.at, step]))
  const former: (Former & Applied)[] = []
  const altered: string[] = []
  let unknown = 0
  for (const { at, hash } of applied) {
    const step = known.get(at)
    if (!step) unknown++
    else if (!step.hashes.includes(hash)) {
      const found = FORMER.find((one) => one.tag === step.tag && one.was[dialect] === hash)
      if (found) former.push({ ...found, at, hash: step.hash })
      else altered.push(step.tag)
    }
  }
  const pending = steps.length - (applied.length - unknown)
  return { state: stateOf(), pending, former, altered }

  function stateOf(): DatabaseState['state'] {
    if (applied.length === 0) return 'new'
    if (altered.length > 0) return 'altered'
    if (unknown > 0) return 'ahead'
    return pending > 0 || former.length > 0 ? 'behind' : 'current'
  }
}

/** The steps of this version, oldest first. */
export function stepsHere(folder = migrationsFolder): Step[] {
  const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8'))
  return journal.entries.map(({ tag, when }: { tag: string; when: number }) => {
    const file = readFileSync(`${folder}/${tag}.sql`, 'utf8')
    const unix = file.replaceAll('\r\n', '\n')
    const hash = sha256(file)
    return { tag, at: when, hash, hashes: [hash, sha256(unix), sha256(unix.replaceAll('\n', '\r\n'))] }
  })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
