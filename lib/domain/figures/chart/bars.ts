/** A bar of a chart, or the place of a value that is not known (no height). */
export type ChartBar = { x: number; y: number; height: number; middle: number }

type Room = { width: number; top: number; bottom: number; barWidth: number }

/**
 * Bars side by side at even distances, from 0 up; the greatest reaches `top`. A value above 0 is at least one unit
 * high, so that it can be told from 0.
 */
export function bars(values: readonly (number | null)[], { width, top, bottom, barWidth }: Room): ChartBar[] {
  const greatest = Math.max(1, ...values.map((value) => value ?? 0))
  const step = width / Math.max(1, values.length)
  return values.map((value, i) => {
    const height = value ? Math.max(1, (value / greatest) * (bottom - top)) : 0
    const middle = step * (i + 0.5)
    return { x: middle - barWidth / 2, y: bottom - height, height, middle }
  })
}
