import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { forbidden, redirect } from 'next/navigation'
import { FormSheet } from '@/components/items/form-sheet'
import { ItemForm } from '@/components/items/item-form'
import { pageViewer, reading } from '@/lib/auth/page'
import { holdsItem } from '@/lib/data/items/lists'
import { can } from '@/lib/domain/people/policy'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { sendItem } from '../actions'
import { commissionChoices } from '../commissions'

export const metadata: Metadata = { title: '报送信息' }

type Props = { searchParams: Promise<{ draft?: string | string[]; commission?: string | string[] }> }

/** A draft's id stands in the address: a reload keeps it, and a second tab gets its own. */
export default async function NewItemPage({ searchParams }: Props) {
  const { draft, commission: asked } = await searchParams
  const id = typeof draft === 'string' && UUID.test(draft) ? draft : null
  const commission = typeof asked === 'string' && /^[0-9A-Za-z_-]{1,64}$/.test(asked) ? asked : ''
  const address = (of: string | null) => {
    const query = new URLSearchParams({ ...(of && { draft: of }), ...(commission && { commission }) }).toString()
    return query ? `/items/new?${query}` : '/items/new'
  }
  const viewer = await pageViewer(address(id))
  if (!can(viewer, 'item.save').allowed) forbidden()
  if (!id) redirect(address(randomUUID()))
  if (await reading(holdsItem(viewer, id))) redirect(`/items/${id}`)
  const commissions = await commissionChoices(viewer, id, Date.now(), commission)
  return (
    <FormSheet title="报送信息">
      <ItemForm
        userId={viewer.userId}
        draft={{ id, version: 0, savedAt: null, values: {}, attachments: [] }}
        formKey={randomUUID()}
        send={sendItem}
        today={dayOfInstant(Date.now())}
        commissions={commissions}
      />
    </FormSheet>
  )
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
