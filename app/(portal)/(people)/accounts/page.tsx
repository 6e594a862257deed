import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { AccountTable } from '@/components/people/account-table'
import { AddAccountForm } from '@/components/people/add-account-form'
import { ResetForm } from '@/components/people/reset-form'
import { page } from '@/lib/action/page'
import { categoriesFor } from '@/lib/data/office/categories'
import { register } from '@/lib/data/office/register'
import { accounts } from '@/lib/data/people/accounts'
import { addAccount, disableAccount, enableAccount, resetPassword } from './actions'

export const metadata: Metadata = { title: '账号' }

export default page('/accounts', async ({ viewer, search }) => {
  const [all, categories, units, { reset }] = await Promise.all([
    accounts(viewer),
    categoriesFor(viewer),
    register(viewer),
    search,
  ])
  const chosen = all.find((a) => a.id === reset && a.id !== viewer.userId)
  return (
    <div className="sheet accounts">
      <div className="title-row">
        <h1>账号</h1>
        <a href="#add" className="button button-small">
          添加账号
        </a>
      </div>
      <section aria-labelledby="all">
        <h2 id="all">已有账号</h2>
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
      </section>
      <section aria-labelledby="add">
        <h2 id="add">添加账号</h2>
        <AddAccountForm action={addAccount} formKey={randomUUID()} categories={categories} units={units} />
      </section>
    </div>
  )
})
