import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { MergeForm } from '@/components/texts/merge-form'
import { TextTable } from '@/components/texts/text-table'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { Tabs } from '@/components/ui/tabs'
import { newFormKey } from '@/lib/auth/form-key'
import { chosenForMerge, textsFor, type WhichTexts } from '@/lib/data/texts/lists'
import { formatCursor, parseCursor } from '@/lib/domain/base/cursor'
import { chosenItems } from '@/lib/schemas/texts'
import { mergeItems } from './actions'

export const metadata: Metadata = { title: '编辑稿' }

const WHICH: Readonly<Record<WhichTexts, string>> = {
  all: '全部',
  single: '单条',
  several: '综合',
  dropped: '已放弃',
}

/** The office's versions of what units sent, and where several items are merged into one. */
export default page('/texts', async ({ viewer, search }) => {
  const { which: asked, after, items } = search
  const which = (Object.keys(WHICH) as WhichTexts[]).find((one) => one === asked) ?? 'all'
  const place = typeof after === 'string' ? parseCursor(after) : undefined
  const ids = chosenItems(items)
  const { rows, next } = await textsFor(viewer, which, place)
  const chosen = await chosenForMerge(viewer, ids)
  const merge = (
    <Section title="合并为综合" id="merge">
      <div className="max-w-[48em]">
        <MergeForm
          key={ids.join()}
          userId={viewer.userId}
          action={mergeItems}
          formKey={newFormKey(viewer)}
          chosen={chosen}
        />
      </div>
    </Section>
  )
  return (
    <Sheet>
      <PageHead title="编辑稿" />
      <p className="max-w-[40em] text-second">
        办公室对来稿的改写，用于编发刊物和采编上报；报送单位的原文保持不变。单条信息请在采编台打开后按“编辑”。
      </p>
      {chosen.length > 0 && merge}
      <div className="mt-6 mb-4">
        <Tabs
          label="筛选"
          tabs={(Object.keys(WHICH) as WhichTexts[]).map((one) => ({
            href: addressOf(one),
            name: WHICH[one],
            here: one === which,
          }))}
        />
      </div>
      {rows.length > 0 ? (
        <TextTable rows={rows} />
      ) : (
        <Empty>
          {which === 'all'
            ? '还没有编辑稿。在采编台打开一条信息按“编辑”，或者在下面把几条合并为综合，编辑稿列在这里。'
            : `没有${WHICH[which]}的编辑稿。`}
        </Empty>
      )}
      <Pager
        first={place && addressOf(which)}
        firstName="最新"
        next={next ? addressOf(which, formatCursor(next)) : undefined}
      />
      {chosen.length === 0 && merge}
    </Sheet>
  )
})

function addressOf(which: WhichTexts, after?: string): string {
  const query = new URLSearchParams({ ...(which !== 'all' && { which }), ...(after && { after }) }).toString()
  return query ? `/texts?${query}` : '/texts'
}
