'use client'
import { useRouter } from 'next/navigation'
import { type ComponentProps, createContext, type ReactNode, useActionState, useContext, useEffect } from 'react'
import { type FormAction, IDLE, type Result } from '@/lib/domain/base/result'
import { Button } from '../button'
import { Faults } from './faults'

/** Whether the form around it is at work. */
export const Sending = createContext(false)

type Props<T> = {
  action: FormAction<T>
  formKey: string
  children: ReactNode | ((result: Result<T>) => ReactNode)
  className?: string
  /** Lets buttons outside the form send it. */
  id?: string
  /** Load the next page whole: who signs out leaves nothing behind in memory. */
  leave?: boolean
  /** The form is the sign-in: whom it refuses is not led to another one. */
  signsIn?: boolean
  /** After success the page's data is read again. */
  refresh?: boolean
}

/** A small form around one verb: works without scripts, shows its faults, says when it is at work. */
export function ActionForm<T>({ action, formKey, children, className, id, leave, signsIn, refresh = true }: Props<T>) {
  const router = useRouter()
  const [result, send, pending] = useActionState(action, IDLE)
  useEffect(() => {
    if (result.status !== 'done') return
    if (leave && result.to) location.assign(result.to)
    else if (result.to) router.push(result.to)
    if (refresh && !leave) router.refresh()
  }, [result, router, leave, refresh])
  return (
    <form id={id} action={send} className={className}>
      <input type="hidden" name="key" value={result.status === 'done' ? result.nextKey : formKey} />
      <Faults result={result} signsIn={signsIn} />
      <Sending.Provider value={pending}>
        {typeof children === 'function' ? children(result) : children}
      </Sending.Provider>
    </form>
  )
}

type SendProps = Pick<ComponentProps<typeof Button>, 'kind' | 'small' | 'children'> & {
  /** Where one form has several buttons: what this one asks for. */
  verb?: string
}

/** The button that sends its form; while it does, it says so and can't be pressed again. */
export function SendButton({ kind = 'primary', verb, ...button }: SendProps) {
  const pending = useContext(Sending)
  return <Button type="submit" {...(verb && { name: 'verb', value: verb })} kind={kind} working={pending} {...button} />
}

/** What was typed, for a field's default after a fault (React resets the fields of a sent form). */
export function typedValue(result: Result, field: string, otherwise = ''): string {
  return result.status === 'fault' ? (result.values[field] ?? otherwise) : otherwise
}

/** The fault of a field, if it has one. */
export function faultOf(result: Result, field: string): string | undefined {
  return result.status === 'fault' ? result.fields[field] : undefined
}
