'use client'
import { useEffect, useRef } from 'react'
import type { Result } from '@/lib/domain/base/result'

/** All faults of a form, on top, taking the focus, each leading to its field. */
export function Faults({ result, labels = {} }: { result: Result; labels?: Readonly<Record<string, string>> }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (result.status === 'fault') box.current?.focus()
  }, [result])
  if (result.status !== 'fault') return null
  const all = Object.entries(result.fields)
  // What is wrong with one field alone is said once.
  const [only] = all.length === 1 ? all : []
  const said = only?.[1] === result.message ? only[0] : null
  const fields = said === null ? all : []
  return (
    <div ref={box} role="alert" tabIndex={-1} className="note note-fault mb-6">
      <p className="font-semibold">
        {said === null ? (
          result.message
        ) : (
          <a href={`#field-${said}`} className="text-red underline">
            {result.message}
          </a>
        )}
      </p>
      {result.code === 'unauthenticated' && (
        <p>
          <a href="/sign-in?next=%2Fsigned-in" target="_blank" rel="noreferrer" className="underline">
            在新窗口登录
          </a>
        </p>
      )}
      {fields.length > 0 && (
        <ul className="mt-1">
          {fields.map(([field, message]) => (
            <li key={field}>
              {labels[field] === undefined && !message ? null : (
                <a href={`#field-${field}`} className="text-red underline">
                  {message}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
