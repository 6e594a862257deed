import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { transaction } from '@/db/client'
import { editedSources, editedTexts, pastQuarters, rules } from '@/db/schema'
import { sumOf } from '@/lib/domain/exact'
import { Fault } from '@/lib/domain/fault'
import type { InstructionLevel } from '@/lib/domain/instruction'
import { CATEGORIES, KINDS, type Kind } from '@/lib/domain/kinds'
import type { Viewer } from '@/lib/domain/policy'
import { type Quarter, quarterOfDay } from '@/lib/domain/quarter'
import type { RuleKind } from '@/lib/domain/rules/book'
import { aGrade, anItem, arrival, directly, sent, someone, type World, world } from '@/lib/testing/world'
import { grade, revoke } from './adoptions'
import { behind } from './behind'
import { askCommission, closeCommission } from './commissions'
import { rankingOf } from './figures'
import { gradeAll, undoGrades } from './grading'
import { recordInstruction, revokeInstruction } from './instructions'
import { submit } from './items'
import { nameJoint } from './joint'
import { adoptText } from './text-adoption'

vi.setConfig({ testTimeout: 120_000 })

/** Everything in 1/2520 of a hundredth: whatever up to ten units share is whole in it, without any fraction. */
const PART = 2520
const UNIT_NAMES = { dept: '样例一局', dept2: '样例二局', town: '样例一镇' } as const
type UnitId = keyof typeof UNIT_NAMES
const UNITS = Object.keys(UNIT_NAMES) as UnitId[]
const CLOSED = '2023Q4' as Quarter
const QUARTERS = ['2024Q1', '2024Q2'] as Quarter[]
const DAYS = ['2023-12-20', '2024-02-01', '2024-03-31', '2024-04-01', '2024-05-01']

type Book = {
  repeated: 'add' | 'highest' | 'multiply'
  joint: 'even' | 'full' | 'fixed'
  points: Partial<Record<RuleKind, number>>
}
type Adopted = {
  id: string
  item: string
  unit: UnitId
  kind: Kind
  publication: string
  quarter: Quarter
  sharers: number
  others: UnitId[]
  stands: boolean
}
type Instructed = {
  id: string
  at: number
  item: string
  unit: UnitId
  level: InstructionLevel
  quarter: Quarter
  stands: boolean
}

let w: World
let clerks: Record<UnitId, Viewer>
beforeAll(async () => {
  w = await world()
  clerks = { dept: w.clerk, dept2: w.otherClerk, town: w.townClerk }
  await directly((tx) => tx.insert(pastQuarters).values({ quarter: CLOSED, source: '样例', recordedAt: 1 }))
})

/** As they were recorded; in these tests the days come in any order. */
const inOrder = (all: readonly Instructed[]) => all.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))

/** What a unit scored in a quarter, by the books of the test: written down from the rule book, and by nothing of ours. */
function recount(
  unit: UnitId,
  quarter: Quarter,
  book: Book,
  adopted: Adopted[],
  instructed: Instructed[],
  silent: [UnitId, Quarter][],
) {
  const worth = ({ kind, publication }: Adopted) =>
    (book.points[`publication:${publication}`] ?? book.points[kind] ?? 0) * PART
  const credit = (one: Adopted) => {
    if (one.sharers === 1 || book.joint === 'full') return worth(one)
    return book.joint === 'fixed' ? (book.points.joint ?? 0) * PART : worth(one) / one.sharers
  }
  const items = new Map<string, number[]>()
  for (const one of adopted) {
    if (!one.stands || one.quarter !== quarter || (one.unit !== unit && !one.others.includes(unit))) continue
    items.set(one.item, [...(items.get(one.item) ?? []), credit(one)])
  }
  let sum = 0
  for (const credits of items.values()) {
    const most = Math.max(...credits)
    if (book.repeated === 'add') for (const each of credits) sum += each
    else sum += book.repeated === 'highest' ? most : most * credits.length
  }
  const counted = new Set<string>()
  for (const { item, unit: of, level, quarter: when, stands } of inOrder(instructed)) {
    if (!stands || counted.has(`${item} ${level}`)) continue
    counted.add(`${item} ${level}`)
    if (of === unit && when === quarter) sum += (book.points[`instruction_${level}`] ?? 0) * PART
  }
  for (const [of, when] of silent) if (of === unit && when === quarter) sum -= (book.points.unanswered ?? 0) * PART
  return Math.max(0, sum)
}

const scoringIn = (day: string, open: string): Quarter =>
  quarterOfDay(day) === CLOSED ? quarterOfDay(open) : quarterOfDay(day)

const event = fc.record({
  verb: fc.constantFrom(
    'submit',
    'submit',
    'grade',
    'grade',
    'many',
    'undo',
    'revoke',
    'merge',
    'join',
    'instruct',
    'uninstruct',
    'ask',
  ),
  unit: fc.constantFrom(...UNITS),
  others: fc.subarray(UNITS),
  which: fc.nat(60),
  kind: fc.constantFrom(...KINDS.map(({ kind }) => kind)),
  publication: fc.constantFrom('', '每日要情', '专报'),
  level: fc.constantFrom('district' as const, 'city' as const),
  day: fc.constantFrom(...DAYS),
})
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never

const books: fc.Arbitrary<Book> = fc.record({
  repeated: fc.constantFrom('add', 'highest', 'multiply'),
  joint: fc.constantFrom('even', 'full', 'fixed'),
  points: fc.record({
    ...Object.fromEntries(KINDS.map(({ kind }) => [kind, fc.nat(20).map((n) => n * 50)])),
    'publication:每日要情': fc.nat(9).map((n) => n * 100),
    joint: fc.nat(5).map((n) => n * 100),
    instruction_city: fc.nat(5).map((n) => n * 100),
    unanswered: fc.nat(8).map((n) => n * 50),
  }),
})

/** A district that keeps books of its own while things happen to it through the use cases. */
class Told {
  readonly items: { id: string; unit: UnitId; version: number; joint: UnitId[] }[] = []
  readonly adopted: Adopted[] = []
  readonly instructed: Instructed[] = []
  readonly silent: [UnitId, Quarter][] = []
  private acts: string[][] = []

  async happen({ verb, unit, others, which, kind, publication, level, day }: Event): Promise<void> {
    // What is learnt in 2024 about 2023 is a late record.
    const open = day < '2024-01-01' ? '2024-02-02' : day
    const item = this.items[which % Math.max(1, this.items.length)]
    const booked = (id: string, of: { id: string; unit: UnitId }, sharers: number, with_: UnitId[]) => {
      const quarter = scoringIn(day, open)
      this.adopted.push({
        id,
        item: of.id,
        unit: of.unit,
        kind,
        publication,
        quarter,
        sharers,
        others: with_,
        stands: true,
      })
    }
    if (verb === 'submit') {
      const { id, version } = await sent(clerks[unit], day)
      this.items.push({ id, unit, version, joint: [] })
    } else if (verb === 'ask') {
      const asked = { topic: '样例', words: '样例。', time: '18:00', day: open, units: others, categories: [] }
      const { id } = await askCommission(w.editor, asked, arrival(`${open}T08:00:00+08:00`))
      const answering = others.filter((_, i) => (which >> i) % 2 === 0)
      for (const one of answering)
        await submit(clerks[one], anItem({ commission: id }), arrival(`${open}T09:00:00+08:00`))
      await closeCommission(w.editor, { id }, arrival(`${open}T20:00:00+08:00`))
      for (const one of others) if (!answering.includes(one)) this.silent.push([one, quarterOfDay(open)])
    } else if (!item) return
    else if (verb === 'join') {
      const joint = others.filter((one) => one !== item.unit)
      const units = joint.map((one) => UNIT_NAMES[one])
      await nameJoint(w.editor, { id: item.id, version: item.version, units }, arrival(open))
      item.joint = joint
    } else if (verb === 'grade') {
      const { adoptionId } = await grade(w.editor, aGrade(item.id, day, { kind, publication }), arrival(open))
      booked(adoptionId, item, item.joint.length + 1, item.joint)
    } else if (verb === 'many') {
      const many = [...new Set([item, this.items[(which + 1) % this.items.length] ?? item])]
      const input = { kinds: [kind], adoptedOn: day, publication, issueNo: '', evidence: '' }
      const seen = many.map(({ id }) => ({ id, seen: null }))
      const done = await gradeAll(w.editor, { ...input, items: seen }, arrival(open))
      this.acts.push(done.adoptions)
      for (const [i, id] of done.adoptions.entries()) {
        const of = many.find((one) => one.id === done.items[i])
        if (of) booked(id, of, of.joint.length + 1, of.joint)
      }
    } else if (verb === 'undo') {
      const act = this.acts.at(-1) ?? []
      await undoGrades(w.editor, { adoptions: act, proposals: [] }, arrival(open))
      this.acts.pop()
      for (const one of this.adopted) if (act.includes(one.id)) one.stands = false
    } else if (verb === 'revoke') {
      const one = this.adopted[which % Math.max(1, this.adopted.length)]
      if (!one) return
      await revoke(w.editor, { adoptionId: one.id, reason: '有误' }, arrival(open))
      one.stands = false
    } else if (verb === 'merge') await this.merge({ which, kind, publication, day, open }, booked)
    else if (verb === 'instruct') {
      const input = { id: item.id, level, givenOn: day, words: '样例。', feedbackDue: '' }
      const at = arrival(open).at
      const { id } = await recordInstruction(w.editor, input, { ...arrival(), at })
      this.instructed.push({
        id,
        at,
        item: item.id,
        unit: item.unit,
        level,
        quarter: scoringIn(day, open),
        stands: true,
      })
    } else {
      const one = this.instructed[which % Math.max(1, this.instructed.length)]
      if (!one) return
      await revokeInstruction(w.editor, { instructionId: one.id, reason: '有误' }, arrival(open))
      one.stands = false
    }
  }

  /** One text out of up to three items; one adoption a unit, on the first of its items. */
  private async merge(
    {
      which,
      kind,
      publication,
      day,
      open,
    }: { which: number; kind: Kind; publication: string; day: string; open: string },
    booked: (id: string, of: { id: string; unit: UnitId }, sharers: number, others: UnitId[]) => void,
  ): Promise<void> {
    const sources = [...new Set([0, 1, 2].map((i) => this.items[(which + 2 * i) % this.items.length]))].filter(
      (one) => one !== undefined,
    )
    if (sources.length < 2) return
    const textId = randomUUID()
    const row = { id: textId, title: '综合', body: '综合', version: 1, dropped: false }
    await directly(async (tx) => {
      await tx
        .insert(editedTexts)
        .values({ ...row, itemId: null, createdBy: w.editor.userId, createdAt: 1, updatedAt: 1 })
      await tx
        .insert(editedSources)
        .values(sources.map(({ id }, position) => ({ textId, itemId: id, position, itemVersion: 1 })))
    })
    const at = arrival(open).at
    const input = { textId, kind, adoptedOn: day, publication, issueNo: '', evidence: '' }
    const { adoptions } = await transaction((tx) => adoptText(tx, w.editor, input, at))
    const first = sources.filter((one, i) => sources.findIndex(({ unit }) => unit === one.unit) === i)
    const units = new Set([...first.map(({ unit }) => unit), ...sources.flatMap(({ joint }) => joint)])
    const partners = [...units].filter((unit) => !first.some((one) => one.unit === unit))
    for (const [i, id] of adoptions.entries()) {
      const of = first[i]
      // Who has no item of its own among them shares the adoption of the first item that names it.
      const own = partners.filter((unit) => {
        const naming = sources.find(({ joint }) => joint.includes(unit))
        const bearer = first.find((one) => one === naming) ?? first[0]
        return bearer === of
      })
      if (of) booked(id, of, units.size, own)
    }
  }

  async agrees(book: Book): Promise<void> {
    for (const quarter of QUARTERS) {
      const ranking = await rankingOf(w.reader, quarter)
      for (const row of CATEGORIES.flatMap((category) => ranking.adoption[category])) {
        if (!UNITS.includes(row.unitId as UnitId)) continue
        const unit = row.unitId as UnitId
        const expected = recount(unit, quarter, book, this.adopted, this.instructed, this.silent)
        expect((row.points.n * PART) / row.points.d, `${unit} ${quarter}`).toBe(expected)
        for (const figure of ['points', 'extra'] as const) {
          const { traced } = await behind(w.reader, quarter, { figure, unitId: unit })
          expect(sumOf(traced?.flatMap(({ points }) => points ?? []) ?? [])).toEqual(row[figure])
        }
      }
    }
  }
}

test('any sequence of grading, revoking, late records, merging, sharing and undoing leaves what an independent recount finds', async () => {
  const told = new Told()
  const runs = process.env.YANXIN_FULL ? 40 : 6
  // Whatever else is drawn, something was sent by each unit, adopted, and merged.
  const plain = { which: 0, publication: '', level: 'city', day: '2024-02-01' } as const
  const opening = [...UNITS.map((unit) => ['submit', unit] as const), ['grade', 'dept'], ['merge', 'dept']] as const
  for (const [verb, unit] of opening) {
    const kind = verb === 'merge' ? 'city_full' : 'district_full'
    await told.happen({ ...plain, verb, unit, kind, others: [] })
  }
  expect(told.adopted.map(({ sharers }) => sharers)).toEqual([1, 3, 3, 3])
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 10, maxLength: 30 }), books, async (history, book) => {
      await directly(async (tx) => {
        await tx.delete(rules)
        const lines = { ...book.points, repeated: 0, joint: book.points.joint ?? 0 }
        for (const category of CATEGORIES)
          for (const [kind, points] of Object.entries(lines)) {
            const choice = kind === 'repeated' ? book.repeated : kind === 'joint' ? book.joint : null
            await tx.insert(rules).values({ category, validFrom: '2020Q1', kind, points, choice, source: null })
          }
      })
      for (const one of history)
        await told.happen(one).catch((error) => {
          if (!(error instanceof Fault)) throw error
        })
      await told.agrees(book)
    }),
    { numRuns: runs, endOnFailure: true },
  )
})
