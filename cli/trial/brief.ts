import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canaries } from './canaries'
import { lock, moved } from './disk'
import { doors } from './doors'
import { jump } from './jump'
import { kill } from './kill'
import { origins } from './origins'
import { pairs } from './pairs'
import { verdict } from './say'
import { sessionsEnd } from './sessions'
import { stand, watchedBy } from './stand'

/*
 * The short form of hands.ts and accidents.ts, for every `npm test`: one district, every so many of the cases. How soon somebody is
 * told of a locked file is measured by the full form alone.
 */
const EVERY = 12

const place = mkdtempSync(join(tmpdir(), 'yanxin-trial-'))
const skew = join(place, 'skew')
const at = await stand(watchedBy({ skew, times: join(place, 'times') }))
try {
  await at.start()
  await doors(at, EVERY)
  await origins(at, EVERY)
  await canaries(at, EVERY)
  await pairs(at, 1)
  await jump(at, skew)
  await lock(at, { people: 10 })
  await moved(at)
  await kill(at, { presses: 40, kills: 1 })
  await sessionsEnd(at)
} finally {
  await at.end()
  rmSync(place, { recursive: true, force: true })
}
verdict()
