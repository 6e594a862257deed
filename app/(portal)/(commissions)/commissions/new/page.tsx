import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { AskForm } from '@/components/commissions/ask-form'
import '@/components/commissions/commissions.css'
import { pageViewer, reading } from '@/lib/auth/page'
import { register } from '@/lib/data/office/register'
import { can } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { askCommission } from '../actions'

export const metadata: Metadata = { title: '发出约稿' }

export default async function AskPage() {
  const viewer = await pageViewer('/commissions/new')
  if (!can(viewer, 'commission.ask').allowed) forbidden()
  const units = (await reading(register(viewer))).map(({ id, name, category }) => ({ id, name, category }))
  return (
    <div className="sheet">
      <nav aria-label="当前位置" className="text-sm">
        <a href="/commissions">约稿</a> › <span aria-current="page">发出约稿</span>
      </nav>
      <h1 className="mb-6">发出约稿</h1>
      <AskForm action={askCommission} formKey={randomUUID()} units={units} today={dayOfInstant(Date.now())} />
    </div>
  )
}
