'use client'
import { createContext, type ReactNode, useContext } from 'react'
import { Button, type ButtonKind } from '@/components/ui/button'

/** Whether the form around it is at work. */
export const Sending = createContext(false)

type Props = {
  children: ReactNode
  kind?: ButtonKind
  small?: boolean
  /** Where one form has several buttons: what this one asks for. */
  verb?: string
  className?: string
}

/** The button that sends its form; while it does, it says so and can't be pressed again. */
export function SendButton({ children, kind = 'primary', small, verb, className }: Props) {
  const pending = useContext(Sending)
  const asks = verb === undefined ? {} : { name: 'verb', value: verb }
  if (className === undefined)
    return (
      <Button type="submit" kind={kind} small={small} working={pending} {...asks}>
        {children}
      </Button>
    )
  return (
    <button
      type="submit"
      {...asks}
      className={className}
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
    >
      {pending ? '正在提交…' : children}
    </button>
  )
}
