'use client'
import type { DeskCommand } from '@/lib/domain/desk/keys'
import type { ReadFault } from './ask'
import type { ReadingItem } from './types'
import type { ActSaid, AtEdge, useActs } from './use-acts'
import type { useOpen } from './use-open'

/** What a dialog asks. */
export type Asking = 'send_back' | 'not_used' | 'help'

/** Where one stands in the list, and what is known of the rest of it. */
type Place = {
  ids: readonly string[]
  /** Where the open one stands among them. */
  index: number
  open: string | null
  hasMore: boolean
  fault: ReadFault | null
}

type Desk = Pick<Place, 'ids' | 'index' | 'open'> & {
  more: () => void
  item: ReadingItem | undefined
  query: string
  chosen: ReadonlySet<string>
  unchoose: (ids: readonly string[]) => void
  show: ReturnType<typeof useOpen>['show']
  acts: ReturnType<typeof useActs>
  ask: (question: Asking) => void
}

/** What is said at the edge of the list follows what becomes of its next page, and goes when one moves on. */
export function saidAt(said: ActSaid | AtEdge, { ids, index, open, hasMore, fault }: Place): ActSaid {
  if (said?.kind !== 'edge') return said
  if (said.open !== open || ids[index + said.by]) return null
  if (said.by === -1) return { kind: 'done', words: '已经是第一条。' }
  if (!hasMore) return { kind: 'done', words: '后面没有更多信息了。' }
  return fault ? { kind: 'fault', words: '后面的信息还没有读到。' } : { kind: 'busy', words: '正在读取后面的信息……' }
}

/** What each command does: to the rows that are chosen, or else to the item that is open. */
export function commands(desk: Desk): (command: DeskCommand) => void {
  const { ids, index, open, chosen, acts } = desk
  const move = (by: 1 | -1) => {
    const id = ids[index + by]
    if (id) desk.show(id, 'replace')
    else {
      acts.say({ kind: 'edge', by, open })
      if (by === 1) desk.more()
    }
  }
  return (command) => {
    switch (command) {
      case 'next':
        move(1)
        break
      case 'previous':
        move(-1)
        break
      case 'open':
        if (open) location.assign(`/desk/${open}${desk.query}`)
        break
      case 'search':
        document.querySelector<HTMLInputElement>('#field-text')?.select()
        break
      case 'help':
        desk.ask('help')
        break
      case 'undo':
        void acts.undo()
        break
      case 'send_back':
      case 'not_used':
        if (desk.item) desk.ask(command)
        break
      default: {
        const all = chosen.size > 0 ? ids.filter((id) => chosen.has(id)) : open ? [open] : []
        // What was refused stays chosen: pressing again is then about just that.
        if (all.length > 0) void acts.grade(command, all).then((done) => chosen.size > 0 && desk.unchoose(done))
      }
    }
  }
}
