'use client'
import { type ReactNode, useEffect, useId, useRef } from 'react'

type Props = {
  title: string
  /** What it is about: the item's title. */
  about?: ReactNode
  onClose: () => void
  children: ReactNode
}

/**
 * A window above the page: the browser keeps the focus in it, Esc closes it, and the focus goes back where it was. Drawn
 * means open. Its ways out stand in an `Actions`.
 */
export function Dialog({ title, about, onClose, children }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement
    if (!element.current?.open) element.current?.showModal()
    return () => void (before instanceof HTMLElement && before.focus({ preventScroll: true }))
  }, [])
  return (
    <dialog
      ref={element}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto w-[36em] max-w-[calc(100vw-2rem)] max-h-[calc(100vh-2rem)] p-4 sm:p-6 border border-ink bg-paper text-ink backdrop:bg-[rgb(29_31_33/40%)]"
    >
      <h2 id={id} className="mb-4">
        {title}
      </h2>
      {about && <p className="mb-4 text-second wrap-anywhere">{about}</p>}
      {children}
    </dialog>
  )
}
