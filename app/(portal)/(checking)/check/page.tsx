import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { CheckForm } from '@/components/checking/check-form'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { checkText } from './actions'

export const metadata: Metadata = { title: '核对通报' }

/** Any notice, ours or an old one, held against itself, the register and what was issued. */
export default page('/check', ({ viewer }) => {
  return (
    <Sheet className="mx-auto max-w-[70em]">
      <PageHead title="核对通报" trail={[{ href: '/notices', name: '通报' }]} here="核对文件" />
      <p className="mb-6 max-w-[40em] text-second">
        逐格重算各表，核对正文中的数字和名单、计分说明与表中实际分值、单位名称与名册；本系统印发的通报，与印发件逐字对照。文件只用于核对，不保存。
      </p>
      <CheckForm action={checkText} formKey={newFormKey(viewer)} />
    </Sheet>
  )
})
