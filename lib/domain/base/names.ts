/**
 * Rare characters as GBK has them where Unicode had none yet: a font showed them at private code points from U+E815 on, in the
 * order of the bytes FE50 to FEA0; the standard has given them code points since. Hexadecimal, in that order.
 */
const RARE = `
  2e81 20087 20089 200cc 2e84 3473 3447 2e88 2e8b 9fb4 359e 361a 360e 2e8c 2e97 396e 3918 9fb5 39cf 39df
  3a73 39d0 9fb6 9fb7 3b4e 3c6e 3ce0 2ea7 215d7 9fb8 2eaa 4056 415f 2eae 4337 2eb3 2eb6 2eb7 2298f 43b1
  43ac 2ebb 43dd 44d6 4661 464c 9fb9 4723 4729 477c 478d 2eca 4947 497a 497d 4982 4983 4985 4986 499f
  499b 49b7 49b6 9fba 241fe 4ca3 4c9f 4ca0 4ca1 4c77 4ca2 4d13 4d14 4d15 4d16 4d17 4d18 4d19 4dae 9fbb`
  .trim()
  .split(/\s+/)
  .map((hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
const FIRST_RARE = 0xe815

/** From the private characters that fonts show as they like to a plane that nobody uses. */
const ASIDE = 0xf0000 - 0xe000

/**
 * A text without private characters: those of GBK at the code points that the standard has for them, others each at one of
 * its own aside.
 */
export function withoutPrivate(text: string): string {
  return text.replace(/[\ue000-\uf8ff]/g, (c) => {
    const code = c.charCodeAt(0)
    return RARE[code - FIRST_RARE] ?? (code === 0xe7c7 ? 'ḿ' : String.fromCodePoint(code + ASIDE))
  })
}

const UNSEEN = /[\s\p{Cf}\p{Cc}]+/gu
const OPENING = /[[{〔【〖「『〈《]/g
const CLOSING = /[\]}〕】〗」』〉》]/g

/**
 * A name as names are compared, at every door: full and half width alike, no white space, nothing that cannot be seen, any
 * bracket for any other, rare characters at the code points of the standard.
 */
export function foldName(name: string): string {
  // Twice, since what goes may join what NFKC then holds for one.
  return seen(seen(withoutPrivate(name)))
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
}

function seen(text: string): string {
  return text.replace(UNSEEN, '').normalize('NFKC').replace(UNSEEN, '')
}

/** The characters by which two names differ that are one by their folding: “（”, U+200B. */
export function oddCharacters(a: string, b: string): string[] {
  const odd = [...new Set([...a, ...b])].filter((c) => !a.includes(c) || !b.includes(c))
  return odd.map((c) => (/[\p{L}\p{N}\p{P}\p{S}]/u.test(c) ? `“${c}”` : codeOf(c)))
}

function codeOf(c: string): string {
  return `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Where a unit's name ends in what may be left out, or put behind it. */
const SEATS: readonly [end: RegExp, more: string][] = [
  [/(?<=[镇乡])人民政府$/, '人民政府'],
  [/(?<=街道)办事处$/, '办事处'],
]

/**
 * The other names under which a unit goes by the rules of such names: 甲镇 is 雁江区甲镇 and 甲镇人民政府, 区财政局 is
 * 雁江区财政局, 乙街道办事处 is 乙街道. `district`: what the office's own district is called.
 */
export function otherNamesOf(name: string, district: string | null): string[] {
  const own = foldName(name)
  const before = district !== null && own.startsWith(district) ? own.slice(district.length) : null
  const bare = before ?? own
  const seats = SEATS.flatMap(([end, more]) => {
    const short = bare.replace(end, '')
    return /(?:[镇乡]|街道)$/.test(short) && (short !== bare || (more === '人民政府') === /[镇乡]$/.test(short))
      ? [short, short + more]
      : []
  })
  const all = [...new Set([bare, ...seats])]
  const rank = district?.at(-1) ?? ''
  const placed = district === null ? [] : all.map((one) => district + (one.startsWith(rank) ? one.slice(1) : one))
  return [...new Set([...all, ...(before === null ? [] : [rank + before]), ...placed])].filter((one) => one !== own)
}

/** What the office's own district is called, by the body that issues its notices: 雁江区 of 雁江区人民政府办公室. */
export function districtOf(issuer: string): string | null {
  return (
    /^(?:\p{Script=Han}{1,7}[省市])*(\p{Script=Han}{1,6}[区县市旗])(?=人民政府|政府|委)/u.exec(foldName(issuer))?.[1] ??
    null
  )
}

/** Names with whose they are; of one that two would bear, one that stands in the register is the first one's, and a derived one nobody's. */
export function namesBook<T extends { name: string; aliases: readonly string[] }>(
  units: readonly T[],
  district: string | null,
  { derived: asWell = true } = {},
): ReadonlyMap<string, T> {
  const book = new Map<string, T>()
  for (const unit of units) for (const alias of unit.aliases) book.set(foldName(alias), unit)
  for (const unit of units) book.set(foldName(unit.name), unit)
  const derived = new Map<string, T | null>()
  for (const unit of asWell ? units : [])
    for (const name of [unit.name, ...unit.aliases].flatMap((one) => otherNamesOf(one, district)))
      if (!book.has(name)) derived.set(name, derived.has(name) && derived.get(name) !== unit ? null : unit)
  for (const [name, unit] of derived) if (unit) book.set(name, unit)
  book.delete('')
  return book
}

/** Units with all names under which they are found, the derived ones behind those of the register. */
export function withOtherNames<T extends { name: string; aliases: readonly string[] }>(
  units: readonly T[],
  district: string | null,
): T[] {
  const book = namesBook(units, district)
  return units.map((unit) => {
    const known = new Set([unit.name, ...unit.aliases].map(foldName))
    const derived = [...book].flatMap(([name, whose]) => (whose === unit && !known.has(name) ? [name] : []))
    return { ...unit, aliases: [...unit.aliases, ...derived] }
  })
}
