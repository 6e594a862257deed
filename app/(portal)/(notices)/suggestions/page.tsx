import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { SuggestionForm } from '@/components/notices/suggestion-form'
import { page } from '@/lib/action/page'
import { suggestionLibrary } from '@/lib/data/notices/suggestions'
import { chineseDateTime } from '@/lib/domain/time/quarter'
import { keepSuggestion } from '../notices/actions'

export const metadata: Metadata = { title: '下步建议库' }

/** The office's own library of 下步建议, to be chosen from when a notice is written. */
export default page('/suggestions', async ({ viewer }) => {
  const library = await suggestionLibrary(viewer)
  return (
    <div className="sheet mx-auto max-w-[800px]">
      <nav aria-label="当前位置" className="text-sm">
        <a href="/notices">通报</a> › <span aria-current="page">下步建议库</span>
      </nav>
      <h1>下步建议库</h1>
      <p className="mt-2 text-second">常用的下步建议写在这里，起草通报时选用；改动不影响已印发的通报。</p>
      {library.length === 0 && <p className="empty">建议库还是空的。在下面写好第一条，加入建议库。</p>}
      <ul className="my-4">
        {library.map((suggestion) => (
          <li key={suggestion.id} className="border-b border-line py-4">
            <p className="font-semibold">
              {suggestion.title}
              {suggestion.retired && '（停用）'}
            </p>
            <p className="reading">{suggestion.body}</p>
            <p className="text-sm text-second">
              {suggestion.updatedBy}，{chineseDateTime(suggestion.updatedAt)}
            </p>
            <details>
              <summary className="text-work cursor-pointer text-sm">修改</summary>
              <SuggestionForm action={keepSuggestion} formKey={randomUUID()} suggestion={suggestion} />
            </details>
          </li>
        ))}
      </ul>
      <h2>新增建议</h2>
      <SuggestionForm action={keepSuggestion} formKey={randomUUID()} />
    </div>
  )
})
