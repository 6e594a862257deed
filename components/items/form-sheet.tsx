import type { ReactNode } from 'react'

/** The page around the form: one column of 720, what to know beside it where there is room. */
export function FormSheet({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="form-sheet">
      <div className="sheet">
        <h1>{title}</h1>
        <p className="note note-late mt-4 mb-6">
          <strong>本系统不处理涉密信息。</strong>涉及国家秘密、工作秘密的，请改由机要渠道报送。
        </p>
        {note}
        {children}
      </div>
      <aside aria-labelledby="to-know">
        <h2 id="to-know">填写须知</h2>
        <ul>
          <li>存草稿只保存，不报送，也不计数；没有写完的可以以后再填。</li>
          <li>报送后由区政府办公室接收，按收到的时间计入当季报送条数。</li>
          <li>报送后不能直接修改。未被采用的可以撤回；被退回的改好后再次报送，仍按首次报送的时间计数。</li>
          <li>填写的内容随时保留在本机，刷新页面、重新登录都不会丢失；附件须存草稿或报送后才保留。</li>
        </ul>
      </aside>
    </div>
  )
}
