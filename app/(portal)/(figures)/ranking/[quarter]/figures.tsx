import { draw, once } from '@/app/(portal)/drawing'
import { RankingView } from '@/components/figures/ranking-view'
import { WallPages } from '@/components/figures/wall-pages'
import { overviewOf } from '@/lib/data/figures/figures'
import type { Overview } from '@/lib/domain/figures/overview'
import type { Viewer } from '@/lib/domain/people/policy'
import type { Quarter } from '@/lib/domain/time/quarter'
import type { Span } from '@/lib/domain/time/span'

/** What a quarter's figures are drawn as. */
const VIEWS = {
  ranking: (overview: Overview) => <RankingView overview={overview} />,
  wall: (overview: Overview) => <WallPages overview={overview} />,
} as const

/**
 * The figures of a span as HTML, drawn once a version, whoever asks. The version is that of the whole page
 * (`pageVersionOf`), read before the figures.
 */
export function figuresDrawn(
  viewer: Viewer,
  quarter: Quarter,
  span: Span,
  version: number,
  view: keyof typeof VIEWS = 'ranking',
): Promise<string> {
  return once(`${view} ${quarter} ${span} ${version}`, async () =>
    draw(VIEWS[view](await overviewOf(viewer, quarter, span))),
  )
}
