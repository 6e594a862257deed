import type { Metadata } from 'next'
import { page } from '@/app/page-of'
import { SuggestionForm } from '@/components/notices/suggestion-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Empty } from '@/components/ui/empty'
import { List } from '@/components/ui/list'
import { PageHead } from '@/components/ui/page-head'
import { Reading } from '@/components/ui/reading'
import { Section } from '@/components/ui/section'
import { Sheet } from '@/components/ui/sheet'
import { newFormKey } from '@/lib/auth/form-key'
import { suggestionLibrary } from '@/lib/data/notices/suggestions'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import { keepSuggestion } from '../notices/actions'

export const metadata: Metadata = { title: '下步建议库' }

/** The office's own library of 下步建议, to be chosen from when a notice is written. */
export default page('/suggestions', async ({ viewer }) => {
  const library = await suggestionLibrary(viewer)
  const props = () => ({ userId: viewer.userId, action: keepSuggestion, formKey: newFormKey(viewer) })
  return (
    <Sheet className="max-w-[50em] mx-auto">
      <PageHead title="下步建议库" trail={[{ href: '/notices', name: '通报' }]} />
      <p className="text-second">常用的下步建议写在这里，起草通报时选用；改动不影响已印发的通报。</p>
      {library.length === 0 && <Empty>建议库还是空的。在下面写好第一条，加入建议库。</Empty>}
      <List className="my-4">
        {library.map((suggestion) => (
          <li key={suggestion.id}>
            <div className="py-2">
              <p className="font-semibold">
                {suggestion.title}
                {suggestion.retired && '（停用）'}
              </p>
              <Reading text={suggestion.body} />
              <p className="text-sm text-second">
                {suggestion.updatedBy}，{chineseDateTime(suggestion.updatedAt)}
              </p>
              <Disclosure summary="修改" small>
                <SuggestionForm {...props()} suggestion={suggestion} />
              </Disclosure>
            </div>
          </li>
        ))}
      </List>
      <Section title="新增建议">
        <SuggestionForm {...props()} />
      </Section>
    </Sheet>
  )
})
