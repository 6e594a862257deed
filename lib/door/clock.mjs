import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'

/** What is more than this between two looks is a jump; what is less is followed. */
const JUMP_MS = 60_000
const EVERY_MS = 1_000

/**
 * A jump that nobody has confirmed yet: `base` is wall clock less steady clock as it was before.
 * @typedef {{ base: number, since: number, drift: number, steady: number, boot: string }} Jump
 */

/**
 * Compares the wall clock with the one that only goes forward, since the machine was started. A jump stands until it is
 * confirmed, also after the server was started anew: it lies in `file`, where there is one.
 */
export function watchClock({ wall = Date.now, steady = () => uptime() * 1000, boot = bootOf(), file = '' } = {}) {
  const offset = () => wall() - steady()
  /** @type {Jump | null} */
  let jump = read(file)
  // After the machine itself was started anew nobody knows more than by how much the clock was wrong.
  let base = jump === null ? offset() : isSame(jump) ? jump.base : offset() - jump.drift
  let looked = steady()

  /** @param {Jump} kept */
  function isSame(kept) {
    return kept.boot === boot && kept.steady <= steady()
  }

  function look() {
    const drift = offset() - base
    if (Math.abs(drift - (jump?.drift ?? 0)) > JUMP_MS) {
      // The clock may have jumped right after the last look: what the log noted by it meanwhile was noted after the jump.
      const since = jump?.since ?? wall() - (steady() - looked)
      jump = { base, since, drift: Math.round(drift), steady: steady(), boot }
      keep(file, jump)
    }
    if (jump === null) base += drift
    looked = steady()
    return { jump, drift: Math.round(drift) }
  }

  return {
    /** By how much the clock stands off what it was before it jumped, and since when; null where nothing did. */
    off() {
      const { jump, drift } = look()
      return jump && { drift, since: jump.since }
    },
    /** From now on the clock is right as it stands. */
    confirm() {
      jump = null
      base = offset()
      if (file) rmSync(file, { force: true })
    },
    /** Looks each second, and does not keep the process. */
    every() {
      return setInterval(look, EVERY_MS).unref()
    },
  }
}

/** Where a jump is kept. @param {NodeJS.ProcessEnv} env */
export const clockFile = (env) => join(env.DATA_DIR || 'data', 'clock.json')

/** Says which start of the machine this is; nothing where the system does not tell. */
function bootOf() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}

/** @param {string} file @returns {Jump | null} */
function read(file) {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8'))
    return [kept.base, kept.since, kept.drift, kept.steady].every(Number.isFinite) ? kept : null
  } catch {
    return null
  }
}

/** A disk that takes nothing is no reason to stop: the process remembers. @param {string} file @param {Jump} jump */
function keep(file, jump) {
  if (!file) return
  try {
    writeFileSync(file, JSON.stringify(jump), { mode: 0o600 })
  } catch {}
}
