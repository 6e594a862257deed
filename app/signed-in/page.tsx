import type { Metadata } from 'next'
import { page } from '@/lib/action/page'

export const metadata: Metadata = { title: '已登录' }

/** Where a second window ends after signing in again: the first one still holds what was typed. */
export default page('/signed-in', () => {
  return (
    <main className="sheet max-w-[440px] mx-auto sm:mt-[12vh]">
      <h1>已登录</h1>
      <p className="mt-4">请关闭本窗口，回到原来的页面，再次提交即可。</p>
    </main>
  )
})
