'use client'
import { DoneNote } from '@/components/ui/form/done'
import type { Result } from '@/lib/domain/base/result'

/** What was done, with the first password to hand over: it is stored nowhere and comes back never. */
export function FirstPassword({ result }: { result: Result }) {
  const made = result.status === 'done' ? (result.data as { login: string; password: string } | undefined) : undefined
  return (
    <DoneNote result={result}>
      {made && (
        <>
          <dl className="first-password">
            <dt>登录名</dt>
            <dd>{made.login}</dd>
            <dt>初始密码</dt>
            <dd>{made.password}</dd>
          </dl>
          <p>
            <strong>初始密码只显示这一次。</strong>请当面或用可靠的方式交给本人；本人首次登录时须修改。
          </p>
        </>
      )}
    </DoneNote>
  )
}
