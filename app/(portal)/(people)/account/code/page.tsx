import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { BeginCodeForm, ConfirmCodeForm, DropCodeForm } from '@/components/people/code-forms'
import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { ownFactor } from '@/lib/data/people/factors'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import { beginFactor, confirmFactor, dropOwnFactor } from '../actions'

export const metadata: Metadata = { title: '动态码' }

export default page('/account/code', async ({ viewer }) => {
  const { since, phone, recoveryLeft, demanded } = await ownFactor(viewer)
  return (
    <Sheet width="note">
      <PageHead title="动态码" />
      {viewer.mustSetCode && (
        <Note tone="late" className="mb-6">
          本单位要求您的账号登录时使用动态码，启用后才能使用其他功能。
        </Note>
      )}
      <p className="mb-4">
        启用后，登录时除密码外，还须输入手机上每 30 秒更换一次的 6 位数字。手机不必联网，也不收集任何信息。
      </p>
      {since !== null && (
        <p className="mb-4">
          已于 {chineseDateTime(since)} 启用，恢复码还剩 {recoveryLeft} 个。更换手机、恢复码用完的，停用后重新启用。
          {demanded && '本单位要求您的账号使用动态码，停用后须随即重新启用。'}
        </p>
      )}
      {/* One place in the tree before and after: the recovery codes stay while the page is read anew. */}
      {(phone || since !== null) && (
        <ConfirmCodeForm action={confirmFactor} formKey={newFormKey(viewer)} phone={phone} />
      )}
      {since !== null && (
        <div className="mt-6">
          <DropCodeForm action={dropOwnFactor} formKey={newFormKey(viewer)} />
        </div>
      )}
      {!phone && since === null && <BeginCodeForm action={beginFactor} formKey={newFormKey(viewer)} />}
      {!viewer.mustSetCode && (
        <p className="mt-6">
          <Link href="/account" kind="quiet">
            返回“我的账号”
          </Link>
        </p>
      )}
    </Sheet>
  )
})
