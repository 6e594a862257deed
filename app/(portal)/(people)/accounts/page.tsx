import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { AccountTable } from '@/components/people/account-table'
import { AddAccountForm } from '@/components/people/add-account-form'
import { ResetForm } from '@/components/people/reset-form'
import { Link } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { page } from '@/lib/action/page'
import { categoriesFor } from '@/lib/data/office/categories'
import { register } from '@/lib/data/office/register'
import { accounts } from '@/lib/data/people/accounts'
import { addAccount, disableAccount, enableAccount, resetPassword } from './actions'

export const metadata: Metadata = { title: '账号' }

export default page('/accounts', async ({ viewer, search }) => {
  const [all, categories, units] = await Promise.all([accounts(viewer), categoriesFor(viewer), register(viewer)])
  const chosen = all.find((a) => a.id === search.reset && a.id !== viewer.userId)
  return (
    <Sheet>
      <PageHead
        title="账号"
        action={
          <Link href="#add" kind="plain" small>
            添加账号
          </Link>
        }
      />
      <Section title="已有账号" id="all">
        {chosen && (
          <ResetForm
            key={chosen.id}
            action={resetPassword}
            formKey={randomUUID()}
            id={chosen.id}
            who={[chosen.unit, chosen.name].filter(Boolean).join(' ')}
          />
        )}
        <AccountTable
          accounts={all}
          self={viewer.userId}
          disable={disableAccount}
          enable={enableAccount}
          formKeys={[randomUUID(), randomUUID()]}
        />
      </Section>
      <Section title="添加账号" id="add">
        <AddAccountForm action={addAccount} formKey={randomUUID()} categories={categories} units={units} />
      </Section>
    </Sheet>
  )
})
