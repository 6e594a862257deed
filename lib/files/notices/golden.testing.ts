import golden from '@/lib/domain/figures/golden/2020Q3-ranking.json'

/** For tests only: what stands in every row of the tables of 2020 Q3, behind its position. */
export function goldenRows(): { unit: string; cells: (string | number)[] }[] {
  return (['department', 'town'] as const).flatMap((category) => [
    ...golden.submission[category].map(({ rank, unit, target, items, score, completion }) => ({
      unit,
      cells: [rank, unit, target, items, score, completion],
    })),
    ...golden.adoption[category].map(({ rank, unit, annualTarget, points, share, ...row }) => {
      const counts = [row.forwarded, row.districtFull, row.districtBrief, row.cityFull, row.cityBrief, row.province]
      return { unit, cells: [rank, unit, annualTarget, ...counts, points, share] }
    }),
  ])
}
