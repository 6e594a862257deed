import { draw, once } from '@/app/(portal)/drawing'
import { RankingView } from '@/components/ranking/ranking-view'
import { rankingOf } from '@/lib/data/figures'
import type { Viewer } from '@/lib/domain/policy'
import type { Quarter } from '@/lib/domain/quarter'

/** The tables of a quarter as HTML, drawn once a version, whoever asks. The version is read before the figures. */
export function figuresDrawn(viewer: Viewer, quarter: Quarter, version: number): Promise<string> {
  return once(`ranking ${quarter} ${version}`, async () =>
    draw(<RankingView ranking={await rankingOf(viewer, quarter)} />),
  )
}
