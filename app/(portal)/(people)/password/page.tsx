import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { changePassword } from '@/app/session-actions'
import { PasswordForm } from '@/components/people/password-form'
import { page } from '@/lib/action/page'
import { strictPasswords } from '@/lib/auth/settings'

export const metadata: Metadata = { title: '修改密码' }

export default page('/password', ({ viewer }) => {
  return (
    <div className="sheet max-w-[560px] mx-auto">
      <h1 className="mb-4">修改密码</h1>
      {viewer.mustChangePassword && (
        <p className="note note-late mb-6">初始密码或到期的密码须先修改，才能使用其他功能。</p>
      )}
      <PasswordForm action={changePassword} formKey={randomUUID()} strict={strictPasswords()} />
    </div>
  )
})
