import { listPath } from '@/components/figures/links'
import { figureQuery, type NamedFigure } from '@/lib/domain/figures/figure'
import { DRAFT_MARK, type Notice } from '@/lib/domain/notices/document'
import { type Page, paginate } from '@/lib/domain/notices/pages'
import { LINE } from '@/lib/domain/notices/sheet'
import type { Quarter } from '@/lib/domain/time/quarter'
import { PaperImprint } from './paper-imprint'
import { PaperPart } from './paper-parts'
import { cssOf, type LinkOf, points } from './paper-style'

type Props = {
  notice: Notice
  quarter: Quarter
  /** Where an issued notice keeps the lists as they were. */
  frozen?: string
  /** For a file: no figure leads anywhere, since the portal may be out of its reader's reach. */
  unlinked?: boolean
}

/**
 * The notice as its pages (GB/T 9704-2012), a sheet each, every figure leading to its list. Plain HTML, drawn once a
 * version; screen, print and PDF show these same pages. On a phone they run together (see notice.css).
 */
export function Paper({ notice, quarter, frozen, unlinked = false }: Props) {
  const linkOf = (figure: NamedFigure) => {
    if (unlinked) return null
    return frozen ? `${frozen}/list?${figureQuery(figure)}` : listPath(quarter, figure)
  }
  return (
    <article className="papers" lang="zh-CN">
      {paginate(notice).map((page, index) => (
        <Sheet key={index} page={page} linkOf={linkOf} draft={notice.unissued ?? false} />
      ))}
    </article>
  )
}

type SheetProps = { page: Page; linkOf: LinkOf; draft: boolean }

function Sheet({ page: { number, parts, imprint, line }, linkOf, draft }: SheetProps) {
  const empty = parts.length === 0 && !imprint
  const pitch = line === LINE ? undefined : cssOf({ '--pitch': points(line) })
  return (
    <div className={empty ? 'paper paper-empty' : 'paper'} style={pitch}>
      <div className="paper-sheet">
        {draft && <p className="paper-draft">{DRAFT_MARK}</p>}
        {parts.map((part, index) => (
          <PaperPart key={index} part={part} linkOf={linkOf} />
        ))}
        {imprint && <PaperImprint imprint={imprint} />}
        {number !== null && <p className={number % 2 ? 'paper-page paper-odd' : 'paper-page'}>— {number} —</p>}
      </div>
    </div>
  )
}
