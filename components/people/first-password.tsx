'use client'
import { Facts } from '@/components/ui/facts'
import { DoneNote } from '@/components/ui/form/done'
import type { Result } from '@/lib/domain/base/result'

/** What was done, with the first password to hand over: it is stored nowhere and comes back never. */
export function FirstPassword({ result }: { result: Result }) {
  const made = result.status === 'done' ? (result.data as { login: string; password: string } | undefined) : undefined
  return (
    <DoneNote result={result}>
      {made && (
        <>
          <div className="my-2 font-mono font-semibold">
            <Facts
              kind="lines"
              facts={[
                ['登录名', made.login],
                ['初始密码', made.password],
              ]}
            />
          </div>
          <p>
            <strong>初始密码只显示这一次。</strong>请当面或用可靠的方式交给本人；本人首次登录时须修改。
          </p>
        </>
      )}
    </DoneNote>
  )
}
