'use client'
import { useEffect, useRef, useState } from 'react'
import { keptBy } from '../form/kept-by'
import { IdleNote } from './idle-note'
import { KeptDialog } from './kept-here'
import { SIGN_OUT } from './sign-out'

/** Under which name this browser knows who signed in last. */
const WHO = 'yanxin-who'

/**
 * What watches over an open page: the end of its session, words that only this browser has when somebody signs out, and
 * whether somebody else has signed in since.
 */
export function Watch({ userId }: { userId: string }) {
  const asked = useRef(false)
  const [asking, setAsking] = useState(false)

  useEffect(() => {
    function ask(event: Event) {
      if ((event.target as HTMLElement).id !== SIGN_OUT || asked.current || keptBy(userId).length === 0) return
      event.preventDefault()
      event.stopPropagation()
      setAsking(true)
    }
    // Before the form itself hears of it.
    document.addEventListener('submit', ask, { capture: true })
    return () => document.removeEventListener('submit', ask, { capture: true })
  }, [userId])

  useEffect(() => {
    const own = lastHere(userId)
    // Going on softly would draw the next page for the other under the head of the first: the browser loads it whole.
    function load(event: Event) {
      if (lastHere() !== own && (event.target as Element).closest('a')) event.stopPropagation()
    }
    document.addEventListener('click', load, { capture: true })
    return () => document.removeEventListener('click', load, { capture: true })
  }, [userId])

  function leave() {
    asked.current = true
    const form = document.getElementById(SIGN_OUT)
    if (form instanceof HTMLFormElement) form.requestSubmit()
  }

  return (
    <>
      <IdleNote />
      {asking && <KeptDialog userId={userId} onLeave={leave} onClose={() => setAsking(false)} />}
    </>
  )
}

/** Whose page was opened last in this browser, once `now` was; null where it does not store. */
function lastHere(now?: string): string | null {
  try {
    if (now !== undefined) localStorage.setItem(WHO, now)
    return localStorage.getItem(WHO)
  } catch {
    return null
  }
}
