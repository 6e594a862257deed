'use client'
import { InputField } from '@/components/ui/form/inputs'
import type { Result } from '@/lib/domain/base/result'

/** Asks whoever sits there for their own password once more. */
export function OwnPassword({ result }: { result: Result }) {
  return (
    <InputField
      result={result}
      name="current"
      label="您本人的密码"
      help="再输入一次，确认是您本人操作。"
      type="password"
      autoComplete="current-password"
    />
  )
}
