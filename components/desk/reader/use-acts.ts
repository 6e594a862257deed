'use client'
import { useCallback, useState } from 'react'
import { KINDS, type Kind } from '@/lib/domain/kinds'
import type { Result } from '@/lib/domain/result'
import { useKept } from './kept'
import { faultWords, send } from './send'
import type { DeskActions, GradedData, ReadingItem } from './types'

export type Source = { adoptedOn: string; publication: string; issueNo: string; evidence: string }
export type Said = { kind: 'done' | 'fault' | 'busy'; words: string } | null
/** One's own last acts, newest last: what each made, or the item that it ruled. */
type Act =
  | { did: 'grade'; adoptions: string[]; proposals: string[]; items: string[] }
  | { did: 'not_used'; id: string }
  | { did: 'send_back'; id: string }

const REMEMBERED = 20

type Items = {
  get: (id: string) => ReadingItem | undefined
  load: (ids: readonly string[], fresh?: boolean) => Promise<void>
}

/** What an editor does at the desk: grade, send back, not used, undo; each said, each followed by a fresh reading. */
export function useActs(actions: DeskActions, items: Items, today: string) {
  const [said, say] = useState<Said>(null)
  const [sending, setSending] = useState(0)
  const [acts, setActs] = useKept<Act[]>('yanxin-desk-acts', NO_ACTS)
  const [kept, keepSource] = useKept(`yanxin-desk-source-${today}`, NO_SOURCE)
  const source = { ...kept, adoptedOn: kept.adoptedOn || today }

  const run = useCallback(
    async <T>(ids: readonly string[], work: () => Promise<Result<T>>): Promise<Result<T>> => {
      setSending((n) => n + 1)
      say({ kind: 'busy', words: '正在提交…' })
      const result = await work()
      if (result.status === 'done') say({ kind: 'done', words: result.message })
      else say({ kind: 'fault', words: faultWords(result) })
      await items.load(ids, true)
      setSending((n) => n - 1)
      return result
    },
    [items],
  )

  const remember = (act: Act) => setActs((before) => [...before, act].slice(-REMEMBERED))

  const grade = async (kind: Kind, ids: readonly string[]): Promise<boolean> => {
    const seen = ids.map((id) => `${id}:${items.get(id)?.seen ?? ''}`).join(',')
    const result = await run(ids, () => send(actions.grade, { items: seen, [kind]: 'on', ...source }))
    if (result.status !== 'done') return false
    const { adoptions, proposals, items: graded } = result.data as GradedData
    if (graded.length > 0) remember({ did: 'grade', adoptions, proposals, items: graded })
    return true
  }

  const rule = async (verb: 'send_back' | 'not_used', item: ReadingItem, fields: Record<string, string>) => {
    const action = verb === 'send_back' ? actions.sendBack : actions.notUsed
    const result = await run([item.id], () => send(action, { id: item.id, version: String(item.version), ...fields }))
    if (result.status === 'done') remember({ did: verb, id: item.id })
    return result
  }

  const undo = async (): Promise<void> => {
    const act = acts.at(-1)
    if (!act) return say({ kind: 'fault', words: '没有可以撤销的操作：这里只撤销自己刚才在采编台所做的。' })
    if (act.did === 'send_back')
      return say({ kind: 'fault', words: '退回不能撤销：报送单位已经看到退回原因，改好后会再次报送。' })
    const ids = act.did === 'grade' ? act.items : [act.id]
    if (act.did === 'not_used') await items.load(ids, true)
    const result = await run(ids, () =>
      act.did === 'grade'
        ? send(actions.undo, { adoptions: act.adoptions.join(','), proposals: act.proposals.join(',') })
        : send(actions.reinstate, { id: act.id, version: String(items.get(act.id)?.version ?? ''), reason: '' }),
    )
    // What can't be undone any more (revoked or released meanwhile) is forgotten too; what never arrived is not.
    if (result.status === 'done' || (result.status === 'fault' && result.code !== 'broken'))
      setActs((before) => before.filter((other) => other !== act))
  }

  const fill = (part: Partial<Source>) => keepSource((before) => ({ ...before, ...part }))
  return { said, say, busy: sending > 0, source, fill, grade, rule, undo }
}

const NO_ACTS: Act[] = []
const NO_SOURCE: Source = { adoptedOn: '', publication: '', issueNo: '', evidence: '' }
