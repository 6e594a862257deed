import type { FaultCode, See } from './fault'

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
      /** For a question: what the next press brings along, and so answers it with yes. */
      told?: string
      /** Where to look. */
      see?: See
      fields: Readonly<Record<string, string>>
      values: Readonly<Record<string, string>>
    }

/** The shape of every form's action. */
export type FormAction<T = unknown> = (previous: Result<T>, form: FormData) => Promise<Result<T>>

export const IDLE: Result<never> = { status: 'idle' }

/** How a question is answered with yes. */
export const YES = '核对后仍要这样办理的，请再按一次。'
