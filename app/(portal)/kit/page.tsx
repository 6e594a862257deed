import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'
import { notFound } from '@/lib/domain/base/fault'
import { Bar, Buttons, Dialogs, FaultLists } from './buttons'
import { Forms } from './forms'
import { Links } from './links'
import { Looks } from './looks'
import { Tables } from './tables'
import { Texts } from './texts'

export const metadata: Metadata = { title: '组件' }

/** Every piece of the kit in every state, for whoever builds pages: in the demo and in tests, never in an office. */
export default page('/kit', () => {
  if (process.env.YANXIN_DEMO !== '1') throw notFound()
  return (
    <Looks>
      <Sheet>
        <PageHead title="组件" about="各组件在各种状态下的样子，供开发人员对照；正式使用时没有本页。" />
        <Texts />
        <Buttons />
        <Links />
        <FaultLists />
        <Forms />
        <Tables />
        <Dialogs />
      </Sheet>
      <Bar />
    </Looks>
  )
})
