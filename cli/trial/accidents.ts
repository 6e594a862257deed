import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { full, lock, moved } from './disk'
import { jump } from './jump'
import { kill } from './kill'
import { verdict } from './say'
import { type Stand, stand, watchedBy } from './stand'

/*
 * What happens to machines: the server is killed, its database is held, moved away, its clock jumps, its disk is full. A line a
 * goal; exit code 1 where one is missed.
 */
const DISK_MB = 24

async function on(at: Stand, ...trials: (() => Promise<void>)[]): Promise<void> {
  try {
    await at.start()
    for (const trial of trials) await trial()
  } finally {
    await at.end()
  }
}

const place = mkdtempSync(join(tmpdir(), 'yanxin-trial-'))
try {
  const [skew, times] = ['skew', 'times'].map((name) => join(place, name)) as [string, string]
  const at = await stand(watchedBy({ skew, times }))
  await on(
    at,
    () => jump(at, skew),
    ...[20, 60].map((people) => () => lock(at, { people, times })),
    () => moved(at),
    () => kill(at, { presses: 2_000, kills: 40 }),
  )
  await onSmallDisk()
} finally {
  rmSync(place, { recursive: true, force: true })
}
verdict()

/** A small file system of its own, where this machine lets one be made; else it says that it was not tried. */
async function onSmallDisk(): Promise<void> {
  const disk = join(place, 'disk')
  mkdirSync(disk)
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=700`, 'tmpfs', disk], {
    stdio: 'ignore',
  })
  if (made.status !== 0) {
    process.stdout.write('－ 未检验 磁盘已满：这台机器上不能建立小文件系统（须有挂载权限）\n')
    return
  }
  try {
    const [skew, times] = [join(place, 'no-skew'), join(place, 'disk-times')]
    const at = await stand(watchedBy({ skew, times }), join(disk, 'data'))
    await on(at, () => full(at, { disk, times }))
  } finally {
    spawnSync('umount', ['-l', disk], { stdio: 'ignore' })
  }
}
