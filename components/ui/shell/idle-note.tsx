'use client'
import { useEffect, useState } from 'react'
import { IDLE_MS, idleStep, WARN_MS } from '@/lib/domain/people/idle'
import { Button } from '../button'
import { Link } from '../link'
import { Note } from '../note'

/** Asks until when the session stands, by the server's clock alone: ms left, 0 where there is none, null where nobody answers. */
async function timeLeft(): Promise<number | null> {
  try {
    const answer = await fetch('/api/auth/session', { cache: 'no-store' })
    if (!answer.ok) return null
    const { user, expires } = await answer.json()
    const now = Date.parse(answer.headers.get('date') ?? '') || Date.now()
    return user ? Math.max(0, Date.parse(expires) - now) : 0
  } catch {
    return null
  }
}

const RETRY_MS = 30_000

/** Says that the session is about to end, while it can still be kept, and when it is over: what is typed stays either way. */
export function IdleNote() {
  const [said, setSaid] = useState<'soon' | 'over' | null>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    async function look() {
      const left = await timeLeft()
      const step = left === null ? { lookInMs: RETRY_MS } : idleStep(left)
      setSaid('say' in step ? step.say : null)
      if ('lookInMs' in step) timer = setTimeout(look, step.lookInMs)
      else if (step.say === 'soon') timer = setTimeout(look, Math.min(left ?? 0, RETRY_MS) + 1_000)
    }
    // Another window may keep the session alive meanwhile, so the end is asked for and not reckoned.
    timer = setTimeout(look, IDLE_MS - WARN_MS)
    return () => clearTimeout(timer)
  }, [])

  /** Any page that a person asks for keeps the session alive; this is the smallest. */
  async function stay() {
    await fetch('/signed-in', { cache: 'no-store' }).catch(() => null)
    const left = await timeLeft()
    setSaid(left === 0 ? 'over' : null)
  }

  if (!said) return null
  return (
    <Note tone="late" role="alert" className="fixed inset-x-4 top-4 z-50 mx-auto max-w-[40em]">
      {said === 'soon' ? (
        <>
          较长时间没有操作，5 分钟内将自动退出，已填写的内容会保留。{' '}
          <Button kind="quiet" small onClick={stay}>
            继续使用
          </Button>
        </>
      ) : (
        <>
          登录已失效，已填写的内容仍保留在本页。{' '}
          <Link href="/sign-in?next=%2Fsigned-in" target="_blank" rel="noreferrer">
            在新窗口登录
          </Link>
        </>
      )}
    </Note>
  )
}
