import { drawPacked, once } from '@/app/(portal)/drawing'
import { RankingView } from '@/components/figures/ranking-view'
import { type WallPage, wallPages } from '@/components/figures/wall-pages'
import type { Packed } from '@/components/ui/drawn'
import { overviewOf } from '@/lib/data/figures/figures'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import type { Span } from '@/lib/domain/time/span'

/**
 * The figures of a span as HTML, drawn once a version, whoever asks. The version is that of the whole page
 * (`pageVersionOf`), read before the figures.
 */
export function rankingDrawn(viewer: Viewer, quarter: Quarter, span: Span, version: number): Promise<Packed> {
  return once(`ranking ${quarter} ${span} ${version}`, async () =>
    drawPacked(<RankingView overview={await overviewOf(viewer, quarter, span)} />),
  )
}

/** The same as the screens of a wall. */
export function wallDrawn(viewer: Viewer, quarter: Quarter, span: Span, version: number): Promise<WallPage<Packed>[]> {
  return once(`wall ${quarter} ${span} ${version}`, async () => {
    const pages = wallPages(await overviewOf(viewer, quarter, span))
    return Promise.all(pages.map(async (page) => ({ ...page, content: await drawPacked(page.content) })))
  })
}
