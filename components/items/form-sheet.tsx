import type { ReactNode } from 'react'
import { List } from '@/components/ui/list'
import { Note } from '@/components/ui/note'
import { PageHead } from '@/components/ui/page-head'
import { Sheet } from '@/components/ui/sheet'

/** The page around the form: one column of 48 characters, what to know beside it where there is room. */
export function FormSheet({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,48em)_minmax(0,22em)]">
      <Sheet>
        <PageHead title={title} />
        <Note tone="late" className="mb-6">
          <strong>本系统不处理涉密信息。</strong>涉及国家秘密、工作秘密的，请改由机要渠道报送。
        </Note>
        {note}
        {children}
      </Sheet>
      <aside aria-labelledby="to-know" className="px-4 text-sm text-second sm:px-6 lg:px-0 lg:py-6">
        <h2 id="to-know" className="mb-2 text-base text-ink">
          填写须知
        </h2>
        <List kind="plain" className="grid gap-2">
          <li>存草稿只保存，不报送，也不计数；没有写完的可以以后再填。</li>
          <li>报送后由区政府办公室接收，按收到的时间计入当季报送条数。</li>
          <li>报送后不能直接修改。未被采用的可以撤回；被退回的改好后再次报送，仍按首次报送的时间计数。</li>
          <li>填写的内容随时保留在本机，刷新页面、重新登录都不会丢失；附件须存草稿或报送后才保留。</li>
        </List>
      </aside>
    </div>
  )
}
