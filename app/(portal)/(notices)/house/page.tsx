import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { HouseForm } from '@/components/notices/house-form'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { houseOf } from '@/lib/data/notices/house'
import { keepHouse } from '../notices/actions'

export const metadata: Metadata = { title: '通报格式' }

/** What the notices of this office have in common: how they are headed, what their tables are called, how they close. */
export default page('/house', async ({ viewer }) => {
  const house = await houseOf(viewer)
  return (
    <Sheet className="max-w-[50em] mx-auto">
      <PageHead title="通报格式" trail={[{ href: '/notices', name: '通报' }]} />
      <p className="mb-4 text-second">
        各期通报共用的格式。起草时可以逐份改动；改动这里，已印发的通报不变，尚未印发的随之变动。
      </p>
      <HouseForm userId={viewer.userId} action={keepHouse} formKey={newFormKey(viewer)} house={house} />
    </Sheet>
  )
})
