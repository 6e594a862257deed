import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { adoptionRevocations, adoptions, audit, levels, rules } from '@/db/schema'
import { addedLevel } from '@/lib/domain/adoptions/kinds'
import { dayOfInstant, type Quarter } from '@/lib/domain/time/quarter'
import { gradeSchema } from '@/lib/schemas/adoptions'
import {
  aGrade,
  arrival,
  auditEntriesOf,
  directly,
  graded,
  refusal,
  sent,
  type World,
  world,
} from '@/lib/testing/world'
import { withdraw } from '../items/items'
import { grade, revokeAdoption } from './adoptions'
import { adoptionsOf } from './reading'

let w: World
beforeAll(async () => {
  w = await world()
})

describe('an adoption', () => {
  test('adds up: forwarded, then by the district, then by the city, each in the quarter of its day', async () => {
    const { id } = await sent(w.clerk, '2026-03-20')
    await graded(w.editor, id, '2026-03-20', { kind: 'forwarded' })
    await graded(w.editor, id, '2026-03-31', { kind: 'district_full', publication: '样例信息', issueNo: '7' })
    await graded(w.editor, id, '2026-04-01', { kind: 'city_brief' })
    const rows = await adoptionsOf(w.clerk, [id])
    expect(rows.map((a) => [a.kind, a.adoptedOn, a.publication, a.issueNo])).toEqual([
      ['forwarded', '2026-03-20', null, null],
      ['district_full', '2026-03-31', '样例信息', '7'],
      ['city_brief', '2026-04-01', null, null],
    ])
    const stored = await db().select().from(adoptions).where(eq(adoptions.itemId, id)).orderBy(adoptions.adoptedOn)
    expect(stored.map((a) => a.quarter)).toEqual(['2026Q1', '2026Q1', '2026Q2'])
  })

  test('may be repeated in another publication or issue, or on another day, once that was asked, but not recorded twice', async () => {
    const { id } = await sent(w.clerk, '2026-05-05')
    const first = aGrade(id, '2026-05-06', { publication: '样例信息', issueNo: '7' })
    const told = [(await grade(w.editor, first, arrival())).adoptionId]
    for (const other of [{ issueNo: '8' }, { publication: '样例专报' }, { adoptedOn: '2026-05-07' }]) {
      const asked = await refusal(grade(w.editor, { ...first, ...other, told: told.slice(1) }, arrival()))
      expect(asked.message).toMatch(
        /^已有区级采用·信息，2026年5月6日，《样例信息》第7期.*，再登记一次？报送单位另计 6 分。$/,
      )
      expect([...(asked.told ?? [])].sort()).toEqual([...told].sort())
      told.push((await grade(w.editor, { ...first, ...other, told }, arrival())).adoptionId)
    }
    expect(await refusal(grade(w.editor, first, arrival()))).toMatchObject({
      code: 'conflict',
      message: '这条信息已有相同的采用记录（区级采用·信息，2026年5月6日），没有重复登记。',
    })
    expect(await adoptionsOf(w.editor, [id])).toHaveLength(4)
  })

  test('recorded by two editors at once is recorded once', async () => {
    const { id } = await sent(w.clerk, '2026-05-05')
    const both = [1, 2].map(() => grade(w.editor, aGrade(id, '2026-05-06'), arrival()))
    expect((await Promise.allSettled(both)).map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is not before the day of its item in Shanghai, nor after today', async () => {
    const { id } = await sent(w.clerk, '2026-05-05T16:30:00Z')
    const message = '采用日期不能早于报送日期（2026年5月6日）。'
    expect(await refusal(grade(w.editor, aGrade(id, '2026-05-05'), arrival()))).toEqual({
      code: 'invalid',
      message,
      fields: { adoptedOn: message },
    })
    await graded(w.editor, id, '2026-05-06')
    const today = dayOfInstant(Date.now())
    const tomorrow = dayOfInstant(Date.now() + 24 * 3600_000)
    expect(gradeSchema.safeParse(aGrade(id, today)).success).toBe(true)
    expect(gradeSchema.safeParse(aGrade(id, tomorrow)).error?.issues[0]?.message).toBe('采用日期不能晚于今天。')
  })

  test('belongs to a received item alone', async () => {
    const { id, version } = await sent(w.clerk, '2026-05-05')
    await withdraw(w.clerk, { id, version }, arrival('2026-05-06'))
    const late = await refusal(grade(w.editor, aGrade(id, '2026-05-07'), arrival()))
    expect(late).toMatchObject({ code: 'conflict', message: expect.stringContaining('只有已接收的信息可以登记采用') })
  })

  test('is shown only to whoever reaches its item', async () => {
    const { id } = await sent(w.clerk, '2026-05-05')
    await graded(w.editor, id, '2026-05-06')
    const seenBy = async (viewer: keyof World) => (await adoptionsOf(w[viewer], [id])).length
    expect(await seenBy('signer')).toBe(1)
    expect(await seenBy('reader')).toBe(1)
    expect(await seenBy('otherClerk')).toBe(0)
    expect(await seenBy('systemAdmin')).toBe(0)
  })
})

describe('what the rules do not value for the category of a unit', () => {
  test('is asked before it is recorded at nothing, be it valued for another or for none', async () => {
    const { id: ofTown } = await sent(w.townClerk, '2026-05-05')
    const { id } = await sent(w.clerk, '2026-05-05')
    const national = { kind: '国家级采用' as const, adoptedOn: '2026-05-06' }
    await directly(async (tx) => {
      await tx.insert(levels).values(addedLevel('国家级采用', false, 9))
    })
    const asked = await refusal(grade(w.editor, aGrade(id, '2026-05-06', national), arrival()))
    expect(asked).toMatchObject({
      message: '计分办法没有为部门设定“国家级采用”的分值，登记后计 0 分。',
      told: [expect.any(String)],
    })
    expect(await adoptionsOf(w.editor, [id])).toEqual([])
    const rule = {
      category: 'department',
      kind: national.kind,
      validFrom: '2026Q1' as Quarter,
      points: 3000,
      source: null,
    }
    await directly((tx) => tx.insert(rules).values(rule))
    await graded(w.editor, id, '2026-05-06', national)
    const press = { ...aGrade(ofTown, '2026-05-06', national) }
    const { message, told } = await refusal(grade(w.editor, press, arrival()))
    expect(message).toBe('计分办法没有为镇街设定“国家级采用”的分值，登记后计 0 分。')
    await grade(w.editor, { ...press, told: [...(told ?? [])] }, arrival())
    expect(await adoptionsOf(w.editor, [ofTown])).toHaveLength(1)
    const twice = await refusal(grade(w.editor, { ...press, adoptedOn: '2026-05-07' }, arrival()))
    expect(twice.told).toHaveLength(2)
  })
})

describe('a revocation', () => {
  test('is a record with its reason; the adoption stays on file and no longer stands', async () => {
    const { id } = await sent(w.clerk, '2026-05-05')
    const adoptionId = await graded(w.editor, id, '2026-05-06')
    const kept = await graded(w.editor, id, '2026-05-06', { kind: 'province' })
    expect(await revokeAdoption(w.editor, { adoptionId, reason: '登记有误' }, arrival())).toEqual({ itemId: id })
    expect((await adoptionsOf(w.editor, [id])).map((a) => a.id)).toEqual([kept])
    expect(await db().select().from(adoptions).where(eq(adoptions.itemId, id))).toHaveLength(2)
    const [record] = await db().select().from(adoptionRevocations).where(eq(adoptionRevocations.adoptionId, adoptionId))
    expect(record).toMatchObject({ reason: '登记有误', revokedBy: w.editor.userId })
  })

  test('happens once, and only an editor does it', async () => {
    const { id } = await sent(w.clerk, '2026-05-05')
    const adoptionId = await graded(w.editor, id, '2026-05-06')
    const input = { adoptionId, reason: '登记有误' }
    expect((await refusal(revokeAdoption(w.clerk, input, arrival()))).code).toBe('forbidden')
    expect((await refusal(revokeAdoption(w.reader, input, arrival()))).code).toBe('forbidden')
    expect((await refusal(revokeAdoption(w.otherClerk, input, arrival()))).code).toBe('not_found')
    expect((await refusal(revokeAdoption(w.editor, { ...input, adoptionId: randomUUID() }, arrival()))).code).toBe(
      'not_found',
    )
    const both = [1, 2].map(() => revokeAdoption(w.editor, input, arrival()))
    expect((await Promise.allSettled(both)).map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await refusal(revokeAdoption(w.editor, input, arrival()))).toMatchObject({
      code: 'conflict',
      message: '这条采用记录已经撤销。',
    })
  })

  test('makes the same adoption recordable again, and frees the item for withdrawal', async () => {
    const { id, version } = await sent(w.clerk, '2026-05-05')
    for (const day of ['2026-05-06', '2026-05-06']) {
      const adoptionId = await graded(w.editor, id, day)
      await revokeAdoption(w.editor, { adoptionId, reason: '登记有误' }, arrival())
    }
    expect(await withdraw(w.clerk, { id, version }, arrival())).toEqual({ id })
  })
})

test('each leaves exactly one audit entry, with the quarter of the adoption and without text; a refused one none', async () => {
  const { id } = await sent(w.clerk, '2026-03-05')
  const input = aGrade(id, '2026-04-06', { publication: '独一无二的刊物', issueNo: '独一无二的期号' })
  const [graded] = await auditEntriesOf(() => grade(w.editor, input, arrival()))
  expect(graded).toMatchObject({ verb: 'item.grade', subject: id, figures: '2026Q2', actor: w.editor.userId })
  expect(await auditEntriesOf(() => grade(w.editor, input, arrival()))).toEqual([])
  const adoptionId: string = JSON.parse(graded?.detail ?? '{}').adoption
  const revoking = () => revokeAdoption(w.editor, { adoptionId, reason: '独一无二的原因' }, arrival())
  expect((await auditEntriesOf(revoking)).map((e) => [e.verb, e.figures])).toEqual([['item.revoke', '2026Q2']])
  expect(await auditEntriesOf(revoking)).toEqual([])
  expect(JSON.stringify(await db().select().from(audit))).not.toContain('独一无二')
})

test('the database itself refuses to delete an adoption or a revocation', async () => {
  const { id } = await sent(w.clerk, '2026-05-05')
  const adoptionId = await graded(w.editor, id, '2026-05-06')
  await expect(directly((tx) => tx.delete(adoptions).where(eq(adoptions.id, adoptionId)))).rejects.toThrow()
  await revokeAdoption(w.editor, { adoptionId, reason: '登记有误' }, arrival())
  await expect(directly((tx) => tx.delete(adoptionRevocations))).rejects.toThrow()
  expect(await db().select().from(adoptions).where(eq(adoptions.id, adoptionId))).toHaveLength(1)
})
