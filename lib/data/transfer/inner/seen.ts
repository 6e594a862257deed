import 'server-only'
import { inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { items } from '@/db/schema'
import type { Scratch } from '@/db/scratch'
import { isAdded, type Kind, kindRow, type Level } from '@/lib/domain/adoptions/kinds'
import { foldName, namesBook } from '@/lib/domain/base/names'
import type { ItemState } from '@/lib/domain/items/item'
import type { CategoryRow } from '@/lib/domain/office/category'
import type { RuleRow } from '@/lib/domain/rules/book'
import { categoriesNow } from '../../office/inner/categories'
import { districtNow, unitsNow } from '../../office/inner/names'
import { levelsNow } from '../../rules/inner/levels'
import { ruleRows } from '../../rules/inner/lines'

type Named = { id: string; name: string; aliases: readonly string[]; category: string }

function idsOf(register: readonly Named[], district: string | null): ReadonlyMap<string, string> {
  return new Map([...namesBook(register, district)].map(([name, { id }]) => [name, id]))
}

/** Which unit a name means, by the register as it will stand after the import. */
export class NamedUnits {
  /** Names whose own rows are faulty already: whoever refers to them is not to blame. */
  broken: ReadonlySet<string> = new Set()
  /** False when the file of units could not be read. */
  complete = true
  private constructor(
    private register: readonly Named[],
    private ids: ReadonlyMap<string, string>,
    private readonly district: string | null,
  ) {}

  static async of(tx: Database): Promise<NamedUnits> {
    const district = await districtNow(tx)
    const register = await unitsNow(tx)
    return new NamedUnits(register, idsOf(register, district), district)
  }

  /** Whose a name is, in the register or as such names go. */
  find(name: string): string | undefined {
    return this.ids.get(foldName(name))
  }

  replace(register: readonly Named[]): void {
    this.register = register
    this.ids = idsOf(register, this.district)
  }

  /** The categories of these units. */
  categoriesOf(ids: readonly string[]): string[] {
    return this.register.flatMap(({ id, category }) => (ids.includes(id) ? [category] : []))
  }

  /** The id of the unit, or null after saying that there is none. */
  idOf(name: string, say: (why: string) => void): string | null {
    const id = this.find(name)
    if (id !== undefined) return id
    if (this.complete && !this.broken.has(name)) say(`名册中没有“${name}”。`)
    return null
  }
}

/** Which categories there will be after the import, in order. */
export class KnownCategories {
  /** Keys whose own rows are faulty already. */
  broken: ReadonlySet<string> = new Set()
  /** False when the file of categories could not be read. */
  complete = true
  private constructor(private all: readonly CategoryRow[]) {}

  static async of(tx: Database): Promise<KnownCategories> {
    return new KnownCategories(await categoriesNow(tx))
  }

  replace(rows: readonly CategoryRow[]): void {
    this.all = rows
  }

  /** All of them. */
  rows(): readonly CategoryRow[] {
    return this.all
  }

  /** Says of a key that there is no such category. */
  check(key: string, say: (why: string) => void): void {
    if (this.all.some((row) => row.key === key) || !this.complete || this.broken.has(key)) return
    say(`没有“${key}”，可用 ${this.all.map((row) => row.key).join('、')}。`)
  }
}

/** The rule book as it will stand after the import. */
export class KnownRules {
  private constructor(private all: readonly RuleRow[]) {}

  static async of(tx: Database): Promise<KnownRules> {
    return new KnownRules(await ruleRows(tx))
  }

  replace(rows: readonly RuleRow[]): void {
    this.all = rows
  }

  rows(): readonly RuleRow[] {
    return this.all
  }
}

/** The levels that an office has added, as they will stand after the import: whether each adopts 信息 and 简讯 apart. */
export class KnownLevels {
  private constructor(private readonly formed: Map<Level, boolean>) {}

  static async of(tx: Database): Promise<KnownLevels> {
    return new KnownLevels(new Map((await levelsNow(tx)).map(({ level, formed }) => [level, formed])))
  }

  /** Says of a kind that its level adopts otherwise; a level that nobody knows yet is as its first kind has it. */
  check(kind: Kind, say: (why: string) => void): void {
    const { level, form } = kindRow(kind)
    if (!isAdded(level)) return
    const formed = this.formed.get(level)
    if (formed === undefined) this.formed.set(level, form !== null)
    else if (formed && form === null) say(`${level}分信息和简讯，请写“${level}·信息”或者“${level}·简讯”。`)
    else if (!formed && form !== null) say(`${level}不分信息和简讯，请写“${level}”。`)
  }
}

/** An item as it will stand after the import; without an id where its own row is at fault. */
export type SeenItem = { id: string; unitId: string; submittedAt: number | null; state: ItemState; version: number }

/** The items by their ref, as they will stand: those of the import, and those that only the database knows. */
export class SeenItems {
  broken: ReadonlySet<string> = new Set()
  complete = true
  constructor(
    private tx: Database,
    private seen: Scratch,
  ) {}

  add(entries: readonly (readonly [ref: string, item: SeenItem])[]): void {
    this.seen.add(entries.map(([ref, item]) => [ref, JSON.stringify(item)]))
  }

  async find(refs: readonly string[]): Promise<Map<string, SeenItem>> {
    const asked = [...new Set(refs)]
    const found = new Map<string, SeenItem>()
    for (const [ref, item] of this.seen.find(asked)) found.set(ref, JSON.parse(item) as SeenItem)
    const others = asked.filter((ref) => !found.has(ref))
    if (others.length === 0) return found
    const { id, ref, unitId, submittedAt, state, version } = items
    const rows = await this.tx
      .select({ id, ref, unitId, submittedAt, state, version })
      .from(items)
      .where(inArray(ref, others))
    for (const { ref, ...item } of rows) found.set(ref, item)
    return found
  }
}
