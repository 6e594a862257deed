'use client'
import { type ReactNode, useEffect, useId, useRef } from 'react'

/** A window above the desk: the browser keeps the focus in it, Esc closes it, and the focus goes back where it was. */
export function ReaderDialog({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement
    if (!element.current?.open) element.current?.showModal()
    return () => void (before instanceof HTMLElement && before.focus({ preventScroll: true }))
  }, [])
  return (
    <dialog ref={element} className="desk-dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  )
}
