'use client'
import type { DeskCommand } from '@/lib/domain/desk/keys'
import type { ReadingItem } from './types'
import type { useActs } from './use-acts'
import type { useOpen } from './use-open'

/** What a dialog asks. */
export type Asking = 'send_back' | 'not_used' | 'help'

type Desk = {
  ids: readonly string[]
  /** Where the open one stands among them. */
  index: number
  open: string | null
  item: ReadingItem | undefined
  query: string
  chosen: ReadonlySet<string>
  unchoose: (ids: readonly string[]) => void
  show: ReturnType<typeof useOpen>['show']
  acts: ReturnType<typeof useActs>
  ask: (question: Asking) => void
}

/** What each command does: to the rows that are chosen, or else to the item that is open. */
export function commands(desk: Desk): (command: DeskCommand) => void {
  const { ids, index, open, chosen, acts } = desk
  const move = (by: 1 | -1) => {
    const id = ids[index + by]
    if (id) desk.show(id, 'replace')
    else acts.say({ kind: 'done', words: by === 1 ? '后面没有更多信息了。' : '已经是第一条。' })
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
