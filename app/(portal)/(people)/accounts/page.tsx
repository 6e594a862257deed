import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { AccountTable } from '@/components/people/account-table'
import { AddAccountForm } from '@/components/people/add-account-form'
import { ChangeAccountForm } from '@/components/people/change-account-form'
import { DecideForm } from '@/components/people/decide-form'
import { RequestList } from '@/components/people/request-list'
import { requestInWords } from '@/components/people/request-words'
import { ResetForm } from '@/components/people/reset-form'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { categoriesFor } from '@/lib/data/office/categories'
import { register } from '@/lib/data/office/register'
import { accounts } from '@/lib/data/people/accounts'
import { waitingRequests } from '@/lib/data/people/requests'
import { can } from '@/lib/domain/people/policy'
import { isPowerful } from '@/lib/domain/people/three-hands'
import {
  addAccount,
  changeAccount,
  decideRequest,
  disableAccount,
  enableAccount,
  resetFactor,
  resetPassword,
  withdrawRequest,
} from './actions'

export const metadata: Metadata = { title: '账号' }

/** The accounts, and what waits about them: one administrator asks, another agrees, all three see. */
export default page('/accounts', async ({ viewer, search }) => {
  const [all, requests, categories, units] = await Promise.all([
    accounts(viewer),
    waitingRequests(viewer),
    categoriesFor(viewer),
    register(viewer),
  ])
  const manages = can(viewer, 'account.change').allowed
  const resetting = manages && all.find((a) => a.id === search.reset && a.id !== viewer.userId)
  const coding = manages && all.find((a) => a.id === search.code && a.id !== viewer.userId)
  const changing = manages && all.find((a) => a.id === search.change)
  const { decide } = search
  const deciding = requests.find(({ id, notDecided }) => id === decide && notDecided === null)
  return (
    <Sheet>
      <PageHead
        title="账号"
        action={
          manages && (
            <Link href="#add" kind="plain" small>
              添加账号
            </Link>
          )
        }
      />
      <Section title="待决定的申请" id="requests">
        {typeof decide === 'string' && can(viewer, 'account.decide').allowed && (
          <DecideForm
            key={decide}
            action={decideRequest}
            formKey={newFormKey(viewer)}
            id={decide}
            asked={deciding ? { words: requestInWords(deciding), slip: deciding.slip } : null}
          />
        )}
        <RequestList requests={requests} withdraw={withdrawRequest} formKey={newFormKey(viewer)} />
      </Section>
      <Section title="已有账号" id="all">
        {resetting && (
          <ResetForm
            key={resetting.id}
            what="password"
            action={resetPassword}
            formKey={newFormKey(viewer)}
            id={resetting.id}
            who={[resetting.unit, resetting.name].filter(Boolean).join(' ')}
            waits={isPowerful(resetting)}
          />
        )}
        {coding && (
          <ResetForm
            key={`code ${coding.id}`}
            what="code"
            action={resetFactor}
            formKey={newFormKey(viewer)}
            id={coding.id}
            who={[coding.unit, coding.name].filter(Boolean).join(' ')}
            waits={isPowerful(coding)}
          />
        )}
        {changing && (
          <ChangeAccountForm
            key={changing.id}
            action={changeAccount}
            formKey={newFormKey(viewer)}
            account={changing}
            categories={categories}
            units={units}
          />
        )}
        <AccountTable
          accounts={all}
          self={viewer.userId}
          manages={manages}
          disable={disableAccount}
          enable={enableAccount}
          formKeys={[newFormKey(viewer), newFormKey(viewer)]}
        />
      </Section>
      {manages && (
        <Section title="添加账号" id="add">
          <AddAccountForm action={addAccount} formKey={newFormKey(viewer)} categories={categories} units={units} />
        </Section>
      )}
    </Sheet>
  )
})
