import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { UpperListTable } from '@/components/upper/list-table'
import { ReceiveForm } from '@/components/upper/receive-form'
import { newFormKey } from '@/lib/auth/form-key'
import { upperKindsFor } from '@/lib/data/rules/levels'
import { upperListsOf } from '@/lib/data/upper/lists'
import { dayOfInstant } from '@/lib/domain/time/quarter'
import { receiveList } from './actions'

export const metadata: Metadata = { title: '上级采用反馈' }

/** What city and province say that they adopted: lists come in here, and wait until every line is done with. */
export default page('/upper', async ({ viewer }) => {
  const lists = await upperListsOf(viewer)
  const kinds = await upperKindsFor(viewer)
  return (
    <Sheet>
      <PageHead title="上级采用反馈" />
      <p className="mb-6 max-w-[40em] text-second">
        市、省下发的采用清单在此收下，逐条与各单位报送的信息比对。核对确认后一并登记；一时对不上的留在清单中，来了新的信息再比对。
      </p>
      <Section title="收到的清单">
        <UpperListTable rows={lists} />
      </Section>
      <Section title="收下一份清单">
        <ReceiveForm action={receiveList} formKey={newFormKey(viewer)} today={dayOfInstant(Date.now())} kinds={kinds} />
      </Section>
    </Sheet>
  )
})
