import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { AskForm } from '@/components/commissions/ask-form'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { categoriesFor } from '@/lib/data/office/categories'
import { register } from '@/lib/data/office/register'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { askCommission } from '../actions'

export const metadata: Metadata = { title: '发出约稿' }

export default page('/commissions/new', async ({ viewer }) => {
  const units = (await register(viewer)).map(({ id, name, category }) => ({ id, name, category }))
  return (
    <Sheet>
      <PageHead title="发出约稿" trail={[{ href: '/commissions', name: '约稿' }]} />
      <AskForm
        userId={viewer.userId}
        action={askCommission}
        formKey={newFormKey(viewer)}
        categories={await categoriesFor(viewer)}
        units={units}
        today={dayOfInstant(Date.now())}
      />
    </Sheet>
  )
})
