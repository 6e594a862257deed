import { db } from '@/db/client'
import { accesses } from '@/db/schema'
import { tamper } from '@/db/testing.tamper'
import { pick, type Tampering } from './tampering'

/** The same of the access log. */
export const ACCESS_TAMPERINGS: readonly Tampering[] = [
  {
    name: 'a line of the access log changed',
    tables: ['accesses'],
    async at(n) {
      const lines = await db().select({ seq: accesses.seq }).from(accesses).orderBy(accesses.seq)
      const { seq } = pick(lines, n)
      const how = ["actor = 'x'", 'at = at + 1', "once = 'x'", "verb = 'item.list'", "subject = 'x'", "origin = 'x'"]
      await tamper(async (run) => void (await run(`UPDATE accesses SET ${pick(how, n)} WHERE seq = ${seq}`)))
      return { kind: 'entry_changed', seq, log: 'access' }
    },
  },
  {
    name: 'the access log’s tail cut',
    tables: ['accesses'],
    async at(n) {
      const lines = await db().select({ seq: accesses.seq }).from(accesses).orderBy(accesses.seq)
      const { seq } = pick([{ seq: 0 }, ...lines.slice(0, -1)], n)
      await tamper(async (run) => void (await run(`DELETE FROM accesses WHERE seq > ${seq}`)))
      return { kind: 'tail_cut', seq, log: 'access' }
    },
  },
]
