import { rowsIn } from './database'
import type { Reply, Stand } from './stand'

/** A question whose one row says how many there are, what it is asked with, and how many there should be. */
export type Rows = [question: string, given: unknown[], n: number]

/** What of two things that are done at once only one can be. */
export function pairing(at: Stand) {
  const wrong: string[] = []
  let tried = 0
  function counted(what: string, [question, given, n]: Rows): void {
    const found = rowsIn<{ n: number }>(at.folder, question, ...given)[0]?.n
    if (found !== n) wrong.push(`${what}：应有 ${n}，实有 ${found}`)
  }
  return {
    wrong,
    tried: () => tried,
    counted,
    /** One is done, the other is told, and there is as much as one makes. */
    async one(what: string, both: Promise<Reply>[], rows: Rows | null): Promise<void> {
      tried++
      const codes = (await Promise.all(both)).map(({ code }) => code ?? 'done')
      const done = codes.filter((code) => code === 'done').length
      if (done !== 1 || codes.some((code) => !['done', 'conflict', 'forbidden', 'not_found'].includes(code)))
        wrong.push(`${what}：${codes.join('、')}`)
      if (rows) counted(what, rows)
    },
    /** What comes before the two must be done. */
    async done(what: string, reply: Promise<Reply>): Promise<Reply> {
      const answer = await reply
      if (answer.code !== null) wrong.push(`${what}：${answer.code} ${answer.message}`)
      return answer
    },
  }
}

export type Pairing = ReturnType<typeof pairing>
