import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { AskForm } from '@/components/commissions/ask-form'
import '@/components/commissions/commissions.css'
import { page } from '@/lib/action/page'
import { categoriesFor } from '@/lib/data/office/categories'
import { register } from '@/lib/data/office/register'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { askCommission } from '../actions'

export const metadata: Metadata = { title: '发出约稿' }

export default page('/commissions/new', async ({ viewer }) => {
  const units = (await register(viewer)).map(({ id, name, category }) => ({ id, name, category }))
  return (
    <div className="sheet">
      <nav aria-label="当前位置" className="text-sm">
        <a href="/commissions">约稿</a> › <span aria-current="page">发出约稿</span>
      </nav>
      <h1 className="mb-6">发出约稿</h1>
      <AskForm
        action={askCommission}
        formKey={randomUUID()}
        categories={await categoriesFor(viewer)}
        units={units}
        today={dayOfInstant(Date.now())}
      />
    </div>
  )
})
