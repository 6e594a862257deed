import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { changePassword } from '@/app/session-actions'
import { PasswordForm } from '@/components/people/password-form'
import { Note } from '@/components/ui/note'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { strictPasswords } from '@/lib/auth/settings'
import { firstSlipOf } from '@/lib/data/people/passwords'
import { chineseDateTime } from '@/lib/domain/time/quarter'

export const metadata: Metadata = { title: '修改密码' }

export default page('/password', async ({ viewer }) => {
  const slip = await firstSlipOf(viewer)
  return (
    <Sheet width="note">
      <PageHead title="修改密码" />
      {viewer.mustChangePassword && (
        <Note tone="late" className="mb-6">
          初始密码或到期的密码须先修改，才能使用其他功能。
          {slip &&
            `您的初始密码由${slip.role}${slip.by}于 ${chineseDateTime(slip.at)} 设定。不是由其交给您本人的，请不要使用，并告知安全管理员。`}
        </Note>
      )}
      <PasswordForm action={changePassword} formKey={newFormKey(viewer)} strict={strictPasswords()} />
    </Sheet>
  )
})
