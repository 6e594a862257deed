'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import { Note } from './note'

type Props = {
  /** What happened, what is kept, what to do. */
  message: ReactNode
  /** By the name of the question. */
  faults?: Readonly<Record<string, string>>
  /** What else helps. */
  children?: ReactNode
}

/** All faults of a form, on top, taking the focus, each leading to its question. A new `faults` takes it again. */
export function FaultList({ message, faults = NONE, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (faults) box.current?.focus()
  }, [faults])
  const all = Object.entries(faults)
  // What is wrong with one question alone is said once.
  const [only] = all.length === 1 ? all : []
  const said = only && only[1] === message ? only[0] : null
  return (
    <Note ref={box} tone="wrong" role="alert" tabIndex={-1}>
      <p className="font-semibold">{said === null ? message : <Lead to={said}>{message}</Lead>}</p>
      {children}
      {said === null && all.length > 0 && (
        <ul className="mt-1">
          {all.map(([name, words]) => (
            <li key={name}>
              <Lead to={name}>{words}</Lead>
            </li>
          ))}
        </ul>
      )}
    </Note>
  )
}

const NONE = {}

function Lead({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a href={`#field-${to}`} className="text-red underline">
      {children}
    </a>
  )
}
