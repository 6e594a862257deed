import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'

export const metadata: Metadata = { title: '已登录' }

/** Where a second window ends after signing in again: the first one still holds what was typed. */
export default page('/signed-in', () => {
  return (
    <main className="sm:pt-[12vh] sm:px-4">
      <Sheet className="mx-auto max-w-[28em]">
        <PageHead title="已登录" />
        <p>请关闭本窗口，回到原来的页面，再次提交即可。</p>
      </Sheet>
    </main>
  )
})
