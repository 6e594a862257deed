'use client'
import { type ReactNode, type UIEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { KindRow } from '@/lib/domain/adoptions/kinds'
import { type DeskCommand, deskKeys } from '@/lib/domain/desk/keys'
import type { Reason } from '@/lib/domain/desk/reason'
import { SOURCES_LEAST, SOURCES_MOST } from '@/lib/domain/texts/text'
import { Inbox } from '../inbox'
import { DeskBar } from './bar'
import { KeysDialog } from './keys-dialog'
import { Pane } from './pane'
import { ReasonDialog } from './reason-dialog'
import type { DeskActions, ReadingItem, RowsPage } from './types'
import { useActs } from './use-acts'
import { useChosen } from './use-chosen'
import { useFresh, useItems } from './use-items'
import { useKeys } from './use-keys'
import { useOpen } from './use-open'
import { useRows } from './use-rows'

type Props = {
  page: RowsPage
  /** The filter as it stands in the address. */
  query: string
  now: number
  today: string
  userId: string
  /** The items read with the page, and the one that is open; `named` when the address names it. */
  read: readonly ReadingItem[]
  open: string | null
  named: boolean
  reasons: readonly Reason[]
  proposes: boolean
  kinds: readonly KindRow[]
  publications: readonly string[]
  actions: DeskActions
  /** What the list is narrowed to, above it; the ways to its other pages, below. */
  above: ReactNode
  below: ReactNode
}

const NEAR_END = 8

/** The desk: the list, and beside it the item that is read; every verb has a key. */
export function Reader({
  page,
  query,
  now,
  today,
  userId,
  read,
  open: opened,
  named,
  reasons,
  proposes,
  kinds,
  publications,
  actions,
  above,
  below,
}: Props) {
  const { rows, more, follow } = useRows(page, query)
  const items = useItems(read, follow)
  const acts = useActs(actions, items, { userId, today })
  const { open, show } = useOpen(opened, named, acts.busy)
  const { chosen, choose, unchoose } = useChosen(rows, items.load)
  const [asking, ask] = useState<'send_back' | 'not_used' | 'help' | null>(null)
  const pane = useRef<HTMLElement>(null)
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  const item = items.get(open)
  useFresh(open, items.load)

  const index = open === null ? -1 : ids.indexOf(open)
  const { prefetch, load, isStale } = items
  useEffect(() => {
    prefetch(ids, Math.max(0, index))
    if (ids.length - index <= NEAR_END) void more()
  }, [ids, index, prefetch, more])
  useEffect(() => {
    if (open === null) return
    pane.current?.scrollTo(0, 0)
    document.querySelector(`tr[data-id="${open}"]`)?.scrollIntoView({ block: 'nearest' })
    void load([open], isStale(open))
  }, [open, load, isStale])

  const openRow = useCallback((id: string) => show(id, 'push'), [show])
  const move = (by: 1 | -1) => {
    const id = ids[index + by]
    if (id) show(id, 'replace')
    else acts.say({ kind: 'done', words: by === 1 ? '后面没有更多信息了。' : '已经是第一条。' })
  }
  const act = (command: DeskCommand): void => {
    switch (command) {
      case 'next':
        move(1)
        break
      case 'previous':
        move(-1)
        break
      case 'open':
        if (open) location.assign(`/desk/${open}${query}`)
        break
      case 'search':
        document.querySelector<HTMLInputElement>('.desk-filter [name="text"]')?.select()
        break
      case 'help':
        ask('help')
        break
      case 'undo':
        void acts.undo()
        break
      case 'send_back':
      case 'not_used':
        if (item) ask(command)
        break
      default: {
        const all = chosen.size > 0 ? ids.filter((id) => chosen.has(id)) : open ? [open] : []
        // What was refused stays chosen: pressing again is then about just that.
        if (all.length > 0) void acts.grade(command, all).then((done) => chosen.size > 0 && unchoose(done))
      }
    }
  }
  const keys = useMemo(() => deskKeys(kinds), [kinds])
  const [keysOn, chooseKeys] = useKeys(keys, act)
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  const scrolled = ({ currentTarget: list }: UIEvent) =>
    list.scrollHeight - list.scrollTop < 2 * list.clientHeight && void more()

  return (
    <>
      <div className="desk-list" data-live={live || undefined} onScroll={scrolled}>
        {above}
        <Inbox rows={rows} query={query} now={now} open={open} chosen={chosen} onOpen={openRow} onChoose={choose} />
        {below}
      </div>
      <section className="desk-pane" aria-label="阅读">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so it takes the focus */}
        <section ref={pane} className="desk-pane-text" tabIndex={0} aria-label="正文">
          {item ? (
            <Pane item={item} query={query} />
          ) : (
            <p className="empty">{open ? '正在读取…' : '按 J 打开第一条。'}</p>
          )}
        </section>
        <DeskBar
          said={acts.said}
          source={acts.source}
          today={today}
          chosen={chosen.size}
          merge={mergeAddress(ids.filter((id) => chosen.has(id)))}
          publications={publications}
          keys={keys}
          keysOn={keysOn}
          proposes={proposes}
          onFill={acts.fill}
          onCommand={act}
          onUnchoose={() => unchoose()}
        />
      </section>
      {asking === 'help' && <KeysDialog keys={keys} on={keysOn} onChoose={chooseKeys} onClose={() => ask(null)} />}
      {asking && asking !== 'help' && item && (
        <ReasonDialog
          userId={userId}
          verb={asking}
          item={item}
          reasons={reasons}
          send={(fields) => acts.rule(asking, item, fields)}
          onClose={() => ask(null)}
        />
      )}
    </>
  )
}

/** Where the chosen items are merged into one 综合, the list's order kept. */
function mergeAddress(ids: readonly string[]): string | null {
  return ids.length >= SOURCES_LEAST && ids.length <= SOURCES_MOST ? `/texts?items=${ids.join(',')}` : null
}
