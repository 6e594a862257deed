import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { LastSignIn } from '@/components/people/last-sign-in'
import { OwnSessionTable } from '@/components/people/own-session-table'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { ownFactor } from '@/lib/data/people/factors'
import { ownSessions } from '@/lib/data/people/own-sessions'
import { ROLES } from '@/lib/domain/people/policy'
import { endOwnSession } from './actions'

export const metadata: Metadata = { title: '我的账号' }

export default page('/account', async ({ viewer }) => {
  const [{ standing, before, failedBefore }, { since }] = await Promise.all([ownSessions(viewer), ownFactor(viewer)])
  return (
    <Sheet>
      <PageHead
        title="我的账号"
        about={[viewer.name, viewer.unitName, ROLES[viewer.role]].filter(Boolean).join(' · ')}
      />
      <LastSignIn before={before} failed={failedBefore} />
      <p className="my-6 flex flex-wrap gap-x-6 gap-y-2">
        <Link href="/password">修改密码</Link>
        <Link href="/account/code">{since === null ? '启用动态码' : '动态码（已启用）'}</Link>
      </p>
      <OwnSessionTable
        sessions={standing}
        self={viewer.sessionId}
        action={endOwnSession}
        formKey={newFormKey(viewer)}
      />
    </Sheet>
  )
})
