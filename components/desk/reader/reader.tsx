'use client'
import { QueryClientProvider } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { type ReactNode, type UIEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { Empty } from '@/components/ui/empty'
import type { KindRow } from '@/lib/domain/adoptions/kinds'
import { deskKeys } from '@/lib/domain/desk/keys'
import type { Reason } from '@/lib/domain/desk/reason'
import { SOURCES_LEAST, SOURCES_MOST } from '@/lib/domain/texts/text'
import { Inbox } from '../inbox'
import { LIST } from '../look'
import { DeskBar } from './bar'
import { type Asking, commands, saidAt } from './commands'
import { Pane } from './pane'
import { readerClient } from './queries'
import { ReadFaultNote } from './read-fault-note'
import { loadReasonAnswer, ReasonDialog } from './reason-dialog'
import type { DeskActions, ReadingItem, RowsPage } from './types'
import { useActs } from './use-acts'
import { useChosen } from './use-chosen'
import { useItem, useItems } from './use-items'
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
  formKey: string
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

/** Comes behind the desk: few ever ask for it. */
const loadKeysDialog = async () => (await import('./keys-dialog')).KeysDialog
const KeysDialog = dynamic(loadKeysDialog)

const NEAR_END = 8

const TEXT = 'flex-1 overflow-y-auto px-6 py-4 focus-visible:outline-offset-[-3px]'

/** The desk: the list, and beside it the item that is read; every verb has a key. */
export function Reader({ read, ...props }: Props) {
  const [client] = useState(() => readerClient(read))
  // Ready before their keys are pressed.
  useEffect(() => {
    Promise.all([loadReasonAnswer(), loadKeysDialog()]).catch(() => undefined)
  }, [])
  return (
    <QueryClientProvider client={client}>
      <ListAndPane {...props} />
    </QueryClientProvider>
  )
}

function ListAndPane({
  page,
  query,
  now,
  today,
  userId,
  formKey,
  open: opened,
  named,
  reasons,
  proposes,
  kinds,
  publications,
  actions,
  above,
  below,
}: Omit<Props, 'read'>) {
  const { rows, more, hasMore, fault: rowsFault } = useRows(page, query)
  const items = useItems()
  const acts = useActs(actions, items, { userId, today, formKey })
  const { open, show } = useOpen(opened, named, acts.busy)
  const { chosen, choose, unchoose } = useChosen(rows, items.read)
  const [asking, ask] = useState<Asking | null>(null)
  const pane = useRef<HTMLElement>(null)
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  const { item, fault, readAgain } = useItem(open)

  const index = open === null ? -1 : ids.indexOf(open)
  useEffect(() => {
    items.readAround(ids, Math.max(0, index))
    if (ids.length - index <= NEAR_END) more()
  }, [ids, index, items, more])
  useEffect(() => {
    if (open === null) return
    pane.current?.scrollTo(0, 0)
    document.querySelector(`tr[data-id="${open}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [open])

  const trouble = fault ?? rowsFault
  const openRow = useCallback((id: string) => show(id, 'push'), [show])
  const act = commands({ ids, index, open, more, query, item, chosen, unchoose, show, acts, ask })
  const keys = useMemo(() => deskKeys(kinds), [kinds])
  const [keysOn, chooseKeys] = useKeys(keys, act)
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  const scrolled = ({ currentTarget: list }: UIEvent) =>
    list.scrollHeight - list.scrollTop < 2 * list.clientHeight && more()

  return (
    <>
      <div className={LIST} data-live={live || undefined} onScroll={scrolled}>
        {above}
        <Inbox
          rows={rows}
          query={query}
          now={now}
          open={open}
          chosen={chosen}
          live={live}
          onOpen={openRow}
          onChoose={choose}
        />
        <div className={cx('px-4 pb-4', live && 'lg:hidden')}>{below}</div>
      </div>
      <section className="hidden lg:flex flex-col min-w-0 min-h-0" aria-label="阅读">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so it takes the focus */}
        <section ref={pane} className={TEXT} tabIndex={0} aria-label="正文">
          {trouble && <ReadFaultNote fault={trouble} onAgain={() => (fault ? readAgain() : more())} />}
          {item && <Pane item={item} query={query} />}
          {!item && !fault && <Empty>{open ? '正在读取…' : '按 J 打开第一条。'}</Empty>}
        </section>
        <DeskBar
          live={live}
          said={saidAt(acts.said, { ids, index, open, hasMore, fault: rowsFault })}
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
