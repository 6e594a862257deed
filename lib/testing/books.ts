import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { transaction } from '@/db/client'
import { textSources, texts } from '@/db/schema'
import { grade, revokeAdoption } from '@/lib/data/adoptions/adoptions'
import { gradeAll, undoGrades } from '@/lib/data/adoptions/grading'
import { nameJoint } from '@/lib/data/adoptions/joint'
import { askCommission, closeCommission } from '@/lib/data/commissions/commissions'
import { recordInstruction, revokeInstruction } from '@/lib/data/items/instructions'
import { submit } from '@/lib/data/items/items'
import { adoptText } from '@/lib/data/texts/inner/adoption'
import { KINDS, type Kind } from '@/lib/domain/adoptions/kinds'
import type { Viewer } from '@/lib/domain/people/policy'
import { type Quarter, quarterOfDay } from '@/lib/domain/time/quarter'
import {
  BOOK_UNITS,
  type BookAdopted,
  type BookInstructed,
  CLOSED,
  DAYS,
  type RecountBook,
  UNIT_NAMES,
  type UnitId,
} from './recount'
import { aGrade, anItem, arrival, directly, sent, type World } from './world'

/* For tests only: a district that keeps books of its own while things happen to it. */

const scoringIn = (day: string, open: string): Quarter =>
  quarterOfDay(day) === CLOSED ? quarterOfDay(open) : quarterOfDay(day)

export const event = fc.record({
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
  unit: fc.constantFrom(...BOOK_UNITS),
  others: fc.subarray(BOOK_UNITS),
  which: fc.nat(60),
  kind: fc.constantFrom(...KINDS.map(({ kind }) => kind)),
  publication: fc.constantFrom('', '每日要情', '专报'),
  level: fc.constantFrom('district' as const, 'city' as const),
  day: fc.constantFrom(...DAYS),
})
export type Event = typeof event extends fc.Arbitrary<infer T> ? T : never

export const books: fc.Arbitrary<RecountBook> = fc.record({
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
export class Told {
  private readonly clerks: Record<UnitId, Viewer>
  constructor(private readonly w: World) {
    this.clerks = { dept: w.clerk, dept2: w.otherClerk, town: w.townClerk }
  }

  readonly items: { id: string; unit: UnitId; version: number; joint: UnitId[] }[] = []
  readonly adopted: BookAdopted[] = []
  readonly instructed: BookInstructed[] = []
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
      const { id, version } = await sent(this.clerks[unit], day)
      this.items.push({ id, unit, version, joint: [] })
    } else if (verb === 'ask') {
      const asked = { topic: '样例', words: '样例。', time: '18:00', day: open, units: others, categories: [] }
      const { id } = await askCommission(this.w.editor, asked, arrival(`${open}T08:00:00+08:00`))
      const answering = others.filter((_, i) => (which >> i) % 2 === 0)
      for (const one of answering)
        await submit(this.clerks[one], anItem({ commission: id }), arrival(`${open}T09:00:00+08:00`))
      await closeCommission(this.w.editor, { id }, arrival(`${open}T20:00:00+08:00`))
      for (const one of others) if (!answering.includes(one)) this.silent.push([one, quarterOfDay(open)])
    } else if (!item) return
    else if (verb === 'join') {
      const joint = others.filter((one) => one !== item.unit)
      const units = joint.map((one) => UNIT_NAMES[one])
      await nameJoint(this.w.editor, { id: item.id, version: item.version, units }, arrival(open))
      item.joint = joint
    } else if (verb === 'grade') {
      const told = this.adopted.map(({ id }) => id)
      const press = { ...aGrade(item.id, day, { kind, publication }), told }
      const { adoptionId } = await grade(this.w.editor, press, arrival(open))
      booked(adoptionId, item, item.joint.length + 1, item.joint)
    } else if (verb === 'many') {
      const many = [...new Set([item, this.items[(which + 1) % this.items.length] ?? item])]
      const told = this.adopted.map(({ id }) => id)
      const input = { kinds: [kind], adoptedOn: day, publication, issueNo: '', evidence: '', told }
      const seen = many.map(({ id }) => ({ id, seen: null }))
      const done = await gradeAll(this.w.editor, { ...input, items: seen }, arrival(open))
      this.acts.push(done.adoptions)
      for (const [i, id] of done.adoptions.entries()) {
        const of = many.find((one) => one.id === done.items[i])
        if (of) booked(id, of, of.joint.length + 1, of.joint)
      }
    } else if (verb === 'undo') {
      const act = this.acts.at(-1) ?? []
      await undoGrades(this.w.editor, { adoptions: act, proposals: [] }, arrival(open))
      this.acts.pop()
      for (const one of this.adopted) if (act.includes(one.id)) one.stands = false
    } else if (verb === 'revoke') {
      const one = this.adopted[which % Math.max(1, this.adopted.length)]
      if (!one) return
      await revokeAdoption(this.w.editor, { adoptionId: one.id, reason: '有误' }, arrival(open))
      one.stands = false
    } else if (verb === 'merge') await this.merge({ which, kind, publication, day, open }, booked)
    else if (verb === 'instruct') {
      const input = { id: item.id, level, givenOn: day, words: '样例。', feedbackDue: '' }
      const at = arrival(open).at
      const { id } = await recordInstruction(this.w.editor, input, { ...arrival(), at })
      this.instructed.push({
        id,
        at,
        item: item.id,
        unit: item.unit,
        level,
        quarter: scoringIn(day, open),
        others: () => item.joint,
        stands: true,
      })
    } else {
      const one = this.instructed[which % Math.max(1, this.instructed.length)]
      if (!one) return
      await revokeInstruction(this.w.editor, { instructionId: one.id, reason: '有误' }, arrival(open))
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
        .insert(texts)
        .values({ ...row, itemId: null, createdBy: this.w.editor.userId, createdAt: 1, updatedAt: 1 })
      await tx
        .insert(textSources)
        .values(sources.map(({ id }, position) => ({ textId, itemId: id, position, itemVersion: 1 })))
    })
    const at = arrival(open).at
    const input = { textId, kind, adoptedOn: day, publication, issueNo: '', evidence: '' }
    const { adoptions } = await transaction((tx) => adoptText(tx, this.w.editor, input, at, { another: true }))
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
}
