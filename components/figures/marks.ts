/** A mark in a picture: how it stands in words, and its outline around a point. */
type Mark = { sign: string; outline: (x: number, y: number, r: number) => string }

const n = (length: number) => Number(length.toFixed(1))

function circle(x: number, y: number, r: number): string {
  const radius = n(r)
  const half = `a${radius} ${radius} 0 1 0 `
  return `M${n(x - radius)} ${y}${half}${n(2 * radius)} 0${half}${n(-2 * radius)} 0`
}

/** A closed line through points around the middle, given in radii. */
function around(...points: readonly (readonly [x: number, y: number])[]) {
  return (x: number, y: number, r: number) => {
    const at = points.map(([dx, dy]) => `${n(x + dx * r)} ${n(y + dy * r)}`)
    return `M${at.join('L')}z`
  }
}

function star(x: number, y: number, r: number): string {
  const points = Array.from({ length: 10 }, (_, i): [number, number] => {
    const [angle, far] = [(i * Math.PI) / 5, i % 2 === 0 ? 1.4 : 0.6]
    return [Math.sin(angle) * far, -Math.cos(angle) * far]
  })
  return around(...points)(x, y, r)
}

const MARKS: readonly Mark[] = [
  { sign: '●', outline: circle },
  {
    sign: '▲',
    outline: (x, y, r) => `M${x} ${n(y - r * 1.15)}l${n(r * 1.15)} ${n(2 * r)}h${n(-2.3 * r)}z`,
  },
  { sign: '■', outline: around([-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]) },
  { sign: '◆', outline: around([0, -1.3], [1.1, 0], [0, 1.3], [-1.1, 0]) },
  { sign: '▼', outline: around([-1.15, -0.85], [1.15, -0.85], [0, 1.15]) },
  { sign: '★', outline: star },
  {
    sign: '✚',
    outline: around(
      ...([
        [-0.4, -1.1],
        [0.4, -1.1],
        [0.4, -0.4],
        [1.1, -0.4],
        [1.1, 0.4],
        [0.4, 0.4],
        [0.4, 1.1],
        [-0.4, 1.1],
        [-0.4, 0.4],
        [-1.1, 0.4],
        [-1.1, -0.4],
        [-0.4, -0.4],
      ] as const),
    ),
  },
]

/** The mark of the category that stands in this place; after seven they begin again. */
export function categoryMark(place: number): Mark {
  return MARKS[place % MARKS.length] as Mark
}
