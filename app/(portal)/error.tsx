'use client'
import { Actions } from '@/components/ui/actions'
import { Button } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'

/** Something of ours broke: what happened, what is kept, what to do. The number leads to the log. */
export default function Broken({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Sheet role="alert" width="note">
      <PageHead title="系统出错" />
      <p>本页暂时打不开，已提交的内容不受影响。请稍后重试；如仍不成功，请联系系统管理员。</p>
      {error.digest && <p className="mt-2">错误编号：{error.digest}</p>}
      <Actions className="mt-6">
        <Button onClick={reset}>重试</Button>
      </Actions>
    </Sheet>
  )
}
