import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { SecondFactorForm } from '@/components/people/second-factor-form'
import { SessionTable } from '@/components/people/session-table'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { settingsOf } from '@/lib/data/office/settings'
import { openSessions } from '@/lib/data/people/sessions'
import { secureSetting } from '../../(office)/actions'
import { endSession } from './actions'

export const metadata: Metadata = { title: '登录管理' }

export default page('/sessions', async ({ viewer }) => {
  const [sessions, settings] = await Promise.all([openSessions(viewer), settingsOf(viewer)])
  return (
    <Sheet>
      <PageHead
        title="登录管理"
        about={`现有 ${sessions.length} 个登录。结束一个登录后，对方的下一次操作须重新登录。`}
      />
      <SessionTable sessions={sessions} self={viewer.sessionId} action={endSession} formKey={newFormKey(viewer)} />
      <Section title="登录要求" id="demands">
        <SecondFactorForm
          action={secureSetting}
          formKey={newFormKey(viewer)}
          value={settings['sign_in.second_factor']}
        />
      </Section>
    </Sheet>
  )
})
