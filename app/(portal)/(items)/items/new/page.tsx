import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { page } from '@/app/page-of'
import { FormSheet } from '@/components/items/form-sheet'
import { ItemForm } from '@/components/items/item-form'
import { newFormKey } from '@/lib/auth/form-key'
import { holdsItem } from '@/lib/data/items/lists'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { saveOrSubmit } from '../actions'
import { commissionChoices } from '../commissions'

export const metadata: Metadata = { title: '报送信息' }

/** A draft's id stands in the address: a reload keeps it, and a second tab gets its own. */
export default page('/items/new', async ({ viewer, search }) => {
  const { draft, commission: asked } = search
  const id = typeof draft === 'string' && UUID.test(draft) ? draft : null
  const commission = typeof asked === 'string' && /^[0-9A-Za-z_-]{1,64}$/.test(asked) ? asked : ''
  const address = (of: string | null) => {
    const query = new URLSearchParams({ ...(of && { draft: of }), ...(commission && { commission }) }).toString()
    return query ? `/items/new?${query}` : '/items/new'
  }
  if (!id) redirect(address(randomUUID()))
  if (await holdsItem(viewer, id)) redirect(`/items/${id}`)
  const commissions = await commissionChoices(viewer, id, Date.now(), commission)
  return (
    <FormSheet title="报送信息">
      <ItemForm
        userId={viewer.userId}
        draft={{ id, version: 0, savedAt: null, values: {}, attachments: [] }}
        formKey={newFormKey(viewer)}
        send={saveOrSubmit}
        today={dayOfInstant(Date.now())}
        commissions={commissions}
      />
    </FormSheet>
  )
})

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
