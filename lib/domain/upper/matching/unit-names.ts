import type { PastUnit } from '../../figures/past'
import { plainTitle } from './plain'

const TAIL = /(?:人民政府|党工委|党委)?(?:办公室|办事处|人民政府)?$/
/** What may stand before 区…局 at the head of a title: anything else is another district's name. */
const LEAD = /^(?:当前|目前|近期|我区|样例)?$/

/** A plain title without the unit at its head, and which unit that is. */
export type Cut = { subject: string; unitId: string | null }

/** The names of the register, as they stand in titles and lists. */
export class UnitNames {
  private readonly names: readonly { name: string; id: string }[]
  private readonly byName: ReadonlyMap<string, string>
  /** Longest first, like `names`. */
  private readonly byUnit: ReadonlyMap<string, readonly string[]>

  /** How lists from above write the district before a unit's name; the register writes 区 alone. */
  private readonly district: RegExp | null

  /** `district`: what the office's own is called. */
  constructor(units: readonly Pick<PastUnit, 'id' | 'name' | 'aliases'>[], district: string | null) {
    this.district = district === null ? null : new RegExp(`(?:^\\p{Script=Han}{2,3}市)?${district}`, 'gu')
    this.names = units
      .flatMap(({ id, name, aliases }) =>
        [name, ...aliases].flatMap((one) => shapes(one)).map((one) => ({ name: one, id })),
      )
      .sort((a, b) => b.name.length - a.name.length)
    this.byUnit = new Map(
      units.map((unit) => [unit.id, this.names.filter(({ id }) => id === unit.id).map(({ name }) => name)]),
    )
    this.byName = new Map(this.names.map(({ name, id }) => [name, id]))
  }

  /** The unit that a cell names, or null where the register has no such name. */
  find(name: string): string | null {
    const plain = this.own(plainTitle(name))
    const short = plain.replace(TAIL, '')
    for (const one of [plain, short, `区${plain}`, plain.replace(/^区/, ''), short.replace(/^区/, '')]) {
      const id = this.byName.get(one)
      if (id !== undefined) return id
    }
    return null
  }

  /** An item's subject beside its own unit, if its title names it. */
  cutOwn(title: string, unitId: string): Cut {
    const plain = this.own(plainTitle(title))
    for (const name of this.byUnit.get(unitId) ?? []) {
      const at = plain.indexOf(name)
      if (at >= 0) return { subject: plain.slice(0, at) + plain.slice(at + name.length), unitId }
    }
    return { subject: plain, unitId: null }
  }

  /** A title's subject beside the unit that it names first. 安居区财政局 is not our 区财政局 and stays where it is. */
  cut(title: string): Cut {
    const plain = this.own(plainTitle(title))
    let first: { at: number; name: string; id: string } | null = null
    for (const { name, id } of this.names) {
      const at = plain.indexOf(name)
      if (at < 0 || (first && at >= first.at)) continue
      if (name.startsWith('区') && !LEAD.test(plain.slice(0, at))) continue
      first = { at, name, id }
    }
    if (!first) return { subject: plain, unitId: null }
    return { subject: plain.slice(0, first.at) + plain.slice(first.at + first.name.length), unitId: first.id }
  }

  private own(plain: string): string {
    return this.district ? plain.replace(this.district, '区') : plain
  }
}

/** 莲花街道办事处 is called 莲花街道 as well, and a rare character by the code point of the standard. */
function shapes(name: string): string[] {
  const plain = plainTitle(name)
  const short = plain.replace(TAIL, '')
  return short.length > 2 && short !== plain ? [plain, short] : [plain]
}
