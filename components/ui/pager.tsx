import { Link } from './link'

type Props = {
  /** Addresses; what isn't given isn't shown. */
  first?: string
  /** What the first page is called, where 第一页 is not the word: 最新. */
  firstName?: string
  previous?: string
  next?: string
  /** Tells lists of one page apart for whoever hears them. */
  label?: string
  /** 第 51—100 条，共 1386 条 */
  says?: string
}

/** Below a long list. Lists go on from where the last page ended, so there are no numbers to jump to. */
export function Pager({ first, firstName = '第一页', previous, next, label = '翻页', says }: Props) {
  if (!first && !previous && !next) return null
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-end gap-x-6 gap-y-1 mt-4 print:hidden">
      {says && <span className="mr-auto text-sm text-second">{says}</span>}
      {first && (
        <Link href={first} kind="quiet">
          {`回到${firstName}`}
        </Link>
      )}
      {previous && (
        <Link href={previous} kind="quiet" rel="prev">
          上一页
        </Link>
      )}
      {next && (
        <Link href={next} kind="quiet" rel="next">
          下一页
        </Link>
      )}
    </nav>
  )
}
