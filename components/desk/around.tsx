/** What the list is narrowed to. */
export function Narrowed({ words }: { words: string }) {
  return (
    <p className="desk-chosen">
      筛选：{words} <a href="/desk">清除</a>
    </p>
  )
}

/** The ways to other pages of the list; beside the pane, with scripts, the list grows by itself. */
export function Pages({ first, next }: { first: string | null; next: string | null }) {
  if (!first && !next) return null
  return (
    <nav aria-label="翻页" className="pages no-print">
      {first && <a href={first}>回到最新</a>}
      {next && (
        <a href={next} rel="next">
          下一页
        </a>
      )}
    </nav>
  )
}
