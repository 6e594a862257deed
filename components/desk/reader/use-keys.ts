'use client'
import { useEffect, useRef, useState } from 'react'
import { commandOf, type DeskCommand, type DeskKey } from '@/lib/domain/desk/keys'
import { quietly } from './kept'

const SWITCH = 'yanxin-desk-keys'
/** Where the pane stands beside the list; narrower, the list alone is shown and no key acts. */
const WIDE = '(min-width: 1024px)'

/** Whether the pane is there. */
export function isWide(): boolean {
  return typeof window !== 'undefined' && matchMedia(WIDE).matches
}

/** Listens for the desk's keys; gives whether single-character keys act, and the switch. */
export function useKeys(
  keys: readonly DeskKey[],
  act: (command: DeskCommand) => void,
): [on: boolean, choose: (on: boolean) => void] {
  const [on, setOn] = useState(true)
  const latest = useRef(act)
  // Known before the first key is listened to: a drawing later one would still act.
  const acts = useRef(true)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    acts.current = quietly(() => localStorage.getItem(SWITCH)) !== 'off'
    setOn(acts.current)
  }, [])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isWide() || document.querySelector('dialog[open]')) return
      const command = commandOf(event, targetOf(event.target), acts.current, keys)
      if (!command) return
      event.preventDefault()
      latest.current(command)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [keys])
  const choose = (value: boolean) => {
    acts.current = value
    setOn(value)
    quietly(() => localStorage.setItem(SWITCH, value ? 'on' : 'off'))
  }
  return [on, choose]
}

function targetOf(target: EventTarget | null) {
  const element = target instanceof HTMLElement ? target : null
  const typing = element?.matches('textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"])')
  return { typing: Boolean(typing), control: Boolean(element?.closest('a, button, summary, input')) }
}
