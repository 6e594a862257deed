import type { FieldErrors } from 'react-hook-form'
import type { Result } from '@/lib/domain/base/result'

/** The faults of a form that was not sent, as the server would have answered it. */
export function unsentFault(fields: Readonly<Record<string, string>>): Result<never> {
  const message = `有 ${Object.keys(fields).length} 处需要修改，内容没有提交。`
  return { status: 'fault', code: 'invalid', message, fields, values: {} }
}

/** The faults that an answer names, as react-hook-form has them. */
export function errorsIn(result: Result, names: readonly string[]): FieldErrors<Record<string, string>> {
  const fields = result.status === 'fault' ? Object.entries(result.fields) : []
  return Object.fromEntries(
    fields.filter(([name]) => names.includes(name)).map(([name, message]) => [name, { type: 'server', message }]),
  )
}

/** What is wrong, in the order of the fields. */
export function messagesIn(
  errors: FieldErrors<Record<string, string>>,
  names: readonly string[],
): Record<string, string> {
  const order = [...names, ...Object.keys(errors).filter((name) => !names.includes(name))]
  return Object.fromEntries(
    order.flatMap((name) => (errors[name] ? [[name, String(errors[name]?.message ?? '')]] : [])),
  )
}

/** What is said where no answer came: pressing again is safe, the key is the same. */
export function unreached(words = OUT_OF_REACH): Result<never> {
  return { status: 'fault', code: 'broken', message: words, fields: {}, values: {} }
}

const OUT_OF_REACH =
  '没有连上服务器，不能确定内容是否已提交。内容仍保留在本页和本机：请检查网络后再按一次，不会重复提交；如仍不成功，请刷新页面。'
