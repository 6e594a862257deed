import type { FaultCode } from './fault'

/** What a form knows before it was sent, and what it gets back. Values return, so that nothing typed is lost. */
export type Result<T = unknown> =
  | { status: 'idle' }
  | { status: 'done'; message: string; to?: string; data?: T; nextKey: string }
  | {
      status: 'fault'
      code: FaultCode | 'broken'
      message: string
      /** For "系统出错": what to quote. */
      reference?: string
      /** For 正忙: when this press arrived, to be handed back with the next try. */
      arrived?: string
      fields: Readonly<Record<string, string>>
      values: Readonly<Record<string, string>>
    }

/** The shape of every form's action. */
export type FormAction<T = unknown> = (previous: Result<T>, form: FormData) => Promise<Result<T>>

export const IDLE: Result<never> = { status: 'idle' }
