'use client'
import { useEffect, useRef, useState } from 'react'
import { keptBy } from '../form/kept-by'
import { IdleNote } from './idle-note'
import { KeptDialog } from './kept-here'
import { SIGN_OUT } from './sign-out'

/** What watches over an open page: the end of its session, and words that only this browser has when somebody signs out. */
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
