'use client'
import { InputField } from '@/components/ui/form/inputs'
import type { Result } from '@/lib/domain/base/result'

/** Asks whoever sits there for their own password once more; `of` tells apart several on one page. */
export function OwnPassword({ result, of }: { result: Result; of?: string }) {
  return (
    <InputField
      result={result}
      name="current"
      of={of}
      label="您本人的密码"
      help="再输入一次，确认是您本人操作。"
      type="password"
      autoComplete="current-password"
    />
  )
}
