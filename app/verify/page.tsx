import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { VerifyForm } from '@/components/checking/verify-form'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { Mark } from '@/components/ui/shell/mark'
import { verifyNotice } from './actions'

export const metadata: Metadata = { title: '通报查验' }
export const dynamic = 'force-dynamic'

/** Anybody may check here whether a paper or a file is what was issued; no account is needed. */
export default function VerifyPage() {
  return (
    <main id="content" className="mx-auto max-w-[720px] px-0 py-6 sm:px-6">
      <p className="mb-4 flex items-center gap-2 px-4 sm:px-0">
        <Mark />
        <a href="/" className="text-lg font-semibold tracking-widest text-ink">
          雁信
        </a>
      </p>
      <Sheet>
        <PageHead title="通报查验" />
        <p className="mb-6 text-second">
          输入通报末页的校验码，核对这份通报是否由本系统印发；也可以选择手中的文件，与印发件逐字对照。文件只用于对照，不保存。
        </p>
        <VerifyForm action={verifyNotice} formKey={randomUUID()} />
      </Sheet>
    </main>
  )
}
