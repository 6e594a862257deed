/** What may go wrong in words: each code is an HTTP status and a promise about the message. */
export const FAULT_STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  throttled: 429,
  busy: 503,
} as const

export type FaultCode = keyof typeof FAULT_STATUS

/** A page of ours. */
export type See = { href: string; name: string }

const MARK = Symbol.for('yanxin.fault')

/**
 * The one error type of our own. Its message is fit for the person reading it and names what would help;
 * every other error reaches a person only as 系统出错 with a reference number.
 */
export class Fault extends Error {
  readonly [MARK] = true

  constructor(
    readonly code: FaultCode,
    message: string,
    /** Messages by field name, for a form. */
    readonly fields: Readonly<Record<string, string>> = {},
    /** For a question: what the next press has to bring along to say that its person was told. */
    readonly told: readonly string[] = [],
    /** Where to look, with its name. */
    readonly see: Readonly<See> | null = null,
  ) {
    super(message)
    this.name = 'Fault'
  }

  get status(): number {
    return FAULT_STATUS[this.code]
  }
}

// Pages and actions are bundled apart, each with a class of its own, and share one database: a fault that it throws is one for
// all of them. Kinds of a fault are told apart as usual.
Object.defineProperty(Fault, Symbol.hasInstance, {
  value(this: unknown, value: unknown): boolean {
    if (this !== Fault) return Function.prototype[Symbol.hasInstance].call(this, value)
    return value instanceof Error && MARK in value
  },
})

/** Out of reach and absent look alike. */
export function notFound(what = '内容'): Fault {
  return new Fault('not_found', `没有找到该${what}，或者您无权查看。`)
}

/** A fault that is told at one field of a form. */
export function fieldFault(field: string, code: 'invalid' | 'conflict', message: string): Fault {
  return new Fault(code, message, { [field]: message })
}
