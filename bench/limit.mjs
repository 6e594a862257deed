import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const GROUPS = '/sys/fs/cgroup'
/** As containers are held: so much processor in every tenth of a second. */
const PERIOD_MS = 100
const LOOK_MS = 5
/** Milliseconds of a tick in /proc. */
const TICK_MS = 10

/**
 * Holds a process and its threads to a share of one core: by a control group where we may make one (root), otherwise by
 * stopping it for the rest of each period in which it has used its share up. Gives what frees it again.
 * @param {number} pid @param {number} share
 */
export function hold(pid, share) {
  const group = groupOf(pid, share)
  return group ? () => leave(group, pid) : pace(pid, share)
}

/** Milliseconds of processor that a process has used. @param {number} pid */
export function usedBy(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/** The control group that was made for it, of the newer kind or the older; null where there is none to be had. @param {number} pid @param {number} share */
function groupOf(pid, share) {
  const newer = existsSync(`${GROUPS}/cgroup.controllers`)
  const group = join(newer ? GROUPS : `${GROUPS}/cpu`, `yanxin-bench-${pid}`)
  const [period, quota] = [PERIOD_MS * 1000, PERIOD_MS * 1000 * share]
  try {
    mkdirSync(group)
    // Beside the tasks of a busy machine a group weighs as one of them: its quota alone is to hold it.
    const limits = newer
      ? { 'cpu.max': `${quota} ${period}`, 'cpu.weight': 10_000 }
      : { 'cpu.cfs_period_us': period, 'cpu.cfs_quota_us': quota, 'cpu.shares': 200_000 }
    for (const [name, value] of Object.entries(limits)) writeFileSync(join(group, name), String(value))
    writeFileSync(join(group, 'cgroup.procs'), String(pid))
    return group
  } catch {
    if (existsSync(group)) rmdirSync(group)
    return null
  }
}

/** @param {string} group @param {number} pid */
function leave(group, pid) {
  if (existsSync(`/proc/${pid}`)) writeFileSync(join(group, '../cgroup.procs'), String(pid))
  rmdirSync(group)
}

/** @param {number} pid @param {number} share */
function pace(pid, share) {
  const most = PERIOD_MS * share
  let allowed = usedBy(pid) + most
  const every = setInterval(() => {
    if (usedBy(pid) >= allowed) process.kill(pid, 'SIGSTOP')
  }, LOOK_MS)
  // What was used beyond the share is paid back in the next periods; what was not used is lost.
  const period = setInterval(() => {
    allowed = Math.min(allowed + most, usedBy(pid) + most)
    if (usedBy(pid) < allowed) process.kill(pid, 'SIGCONT')
  }, PERIOD_MS)
  return () => {
    clearInterval(every)
    clearInterval(period)
    process.kill(pid, 'SIGCONT')
  }
}
