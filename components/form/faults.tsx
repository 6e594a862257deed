'use client'
import { useEffect, useRef } from 'react'
import type { Result } from '@/lib/domain/result'

/** All faults of a form, on top, taking the focus, each leading to its field. */
export function Faults({ result, labels = {} }: { result: Result; labels?: Readonly<Record<string, string>> }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (result.status === 'fault') box.current?.focus()
  }, [result])
  if (result.status !== 'fault') return null
  const fields = Object.entries(result.fields)
  return (
    <div ref={box} role="alert" tabIndex={-1} className="note note-fault mb-6">
      <p className="font-semibold">{result.message}</p>
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
