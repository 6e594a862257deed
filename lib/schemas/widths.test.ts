import { expect, test } from 'vitest'
import { parseCenti } from '@/lib/domain/base/exact'
import { itemNamed } from '@/lib/domain/items/item'
import { gradeSchema } from './adoptions'
import { changeEditionSchema } from './editions'
import { submitSchema } from './items'
import { postSchema } from './upper'

test('numbers, points, days, phones and numbers of items are taken in full width too', () => {
  const form = { id: 'i', version: '0', title: '标题', body: '正文', type: 'activity', author: '甲', signer: '乙' }
  const sent = submitSchema.parse({
    ...form,
    eventDay: '２０２０－０９－３０',
    phone: '０２８－２６１１',
    unclassified: 'yes',
  })
  expect(sent).toMatchObject({ eventDay: '2020-09-30', phone: '028-2611' })
  expect(
    gradeSchema.parse({ id: 'i', kind: 'province', adoptedOn: '2020－09－30', publication: '', issueNo: '' }),
  ).toMatchObject({
    adoptedOn: '2020-09-30',
  })
  expect(changeEditionSchema.parse({ id: 'e', version: '1', issueNo: '１２', day: '2026-05-20' }).issueNo).toBe(12)
  expect(parseCenti('２．５')).toBe(250)
  expect(itemNamed('２０２６q4-０００3')).toBe('2026Q4-0003')
  expect(itemNamed('甲1')).toBe('甲1')
  const posted = postSchema.parse({ listId: 'l', 'tick-a': 'on', 'ref-a': '2026q4-0003' })
  expect(posted.choices).toMatchObject([{ ref: '2026Q4-0003' }])
})

test('what Word’s clipboard brings along is mended in a form, and what else cannot be stored is refused', () => {
  const title = (s: string) => submitSchema.shape.title.safeParse(s)
  expect(title('标\u000b题\u200b').data).toBe('标题')
  expect(submitSchema.shape.body.parse('一\u000b二\u0007')).toBe('一\n二')
  expect(title('a\u0000b').success).toBe(false)
})
