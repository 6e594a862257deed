'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Kind } from '@/lib/domain/adoptions/kinds'
import type { Result } from '@/lib/domain/base/result'
import { useKept } from './kept'
import { faultWords, send } from './send'
import type { DeskActions, GradedData, ReadingItem } from './types'
import type { Items } from './use-items'

export type ActSource = { adoptedOn: string; publication: string; issueNo: string; evidence: string }
export type ActSaid = { kind: 'done' | 'fault' | 'busy'; words: string } | null
/** Somebody wanted to go on, or back, from an item that was the last, or the first, of the list as it was then. */
export type AtEdge = { kind: 'edge'; by: 1 | -1; open: string | null }
/** One's own last acts, newest last: what each made, or the item that it ruled. */
type Act =
  | { did: 'grade'; adoptions: string[]; proposals: string[]; items: string[] }
  | { did: 'not_used'; id: string }
  | { did: 'send_back'; id: string }

type Desk = { userId: string; today: string; formKey: string }

const REMEMBERED = 20

/** What an editor does at the desk: grade, send back, not used, undo; each said, each followed by a fresh reading. */
export function useActs(actions: DeskActions, items: Items, { userId, today, formKey }: Desk) {
  const [said, say] = useState<ActSaid | AtEdge>(null)
  const [sending, setSending] = useState(0)
  const [acts, setActs] = useKept<Act[]>(`yanxin-desk-acts-${userId}`, NO_ACTS)
  const [kept, keepSource] = useKept(`yanxin-desk-source-${userId}-${today}`, NO_SOURCE)
  const source = { ...kept, adoptedOn: kept.adoptedOn || today }

  const asked = useRef('')
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  }, [acts])
  /** What is being sent, until it is answered. */
  const under = useRef<Promise<unknown>>(Promise.resolve())

  const run = useCallback(
    async (ids: readonly string[], work: () => Promise<Result>, done: (result: Result) => unknown): Promise<Result> => {
      setSending((n) => n + 1)
      say({ kind: 'busy', words: '正在提交…' })
      const sent = work()
      under.current = Promise.allSettled([under.current, sent])
      const result = await sent
      done(result)
      if (result.status === 'done') say({ kind: 'done', words: result.message })
      await items.readAnew(ids)
      // A refusal is told with what it is about in view: pressing again then carries what was seen.
      if (result.status === 'fault') say({ kind: 'fault', words: faultWords(result) })
      setSending((n) => n - 1)
      return result
    },
    [items],
  )

  const remember = (act: Act) => {
    latest.current = [...latest.current, act].slice(-REMEMBERED)
    setActs(() => latest.current)
  }
  const forget = (act: Act) => {
    latest.current = latest.current.filter((other) => other !== act)
    setActs(() => latest.current)
  }

  /** Gives the items on which it was done; of several some may be refused, and are to be looked at again. */
  const grade = async (kind: Kind, ids: readonly string[]): Promise<readonly string[]> => {
    // What the last answer asked is answered by pressing again.
    const told = asked.current
    const seen = ids.map((id) => `${id}:${items.get(id)?.seen ?? ''}`).join(',')
    const work = () => send(actions.grade, formKey, { items: seen, [kind]: 'on', told, ...source })
    const result = await run(ids, work, (made) => {
      asked.current = (made.status === 'fault' && made.told) || ''
      if (made.status !== 'done') return
      const { adoptions, proposals, items: graded } = made.data as GradedData
      if (graded.length > 0) remember({ did: 'grade', adoptions, proposals, items: graded })
    })
    return result.status === 'done' ? (result.data as GradedData).items : []
  }

  const rule = (verb: 'send_back' | 'not_used', item: ReadingItem, fields: Record<string, string>) => {
    const action = verb === 'send_back' ? actions.sendBack : actions.notUsed
    const work = () => send(action, formKey, { id: item.id, version: String(item.version), ...fields })
    return run([item.id], work, ({ status }) => status === 'done' && remember({ did: verb, id: item.id }))
  }

  const undo = async (): Promise<void> => {
    // What is on its way is the last act, not the one before it.
    await under.current
    const act = latest.current.at(-1)
    if (!act) return say({ kind: 'fault', words: '没有可以撤销的操作：这里只撤销自己刚才在采编台所做的。' })
    if (act.did === 'send_back')
      return say({ kind: 'fault', words: '退回不能撤销：报送单位已经看到退回原因，改好后会再次报送。' })
    const ids = act.did === 'grade' ? act.items : [act.id]
    if (act.did === 'not_used') await items.readAnew(ids)
    const work = () =>
      act.did === 'grade'
        ? send(actions.undo, formKey, { adoptions: act.adoptions.join(','), proposals: act.proposals.join(',') })
        : send(actions.reinstate, formKey, {
            id: act.id,
            version: String(items.get(act.id)?.version ?? ''),
            reason: '',
          })
    // Forgotten at once, so that a second U means the act before; what never arrived is still to be undone.
    forget(act)
    await run(ids, work, (result) => result.status === 'fault' && result.code === 'broken' && remember(act))
  }

  const fill = (part: Partial<ActSource>) => keepSource((before) => ({ ...before, ...part }))
  return { said, say, busy: sending > 0, source, fill, grade, rule, undo }
}

const NO_ACTS: Act[] = []
const NO_SOURCE: ActSource = { adoptedOn: '', publication: '', issueNo: '', evidence: '' }
