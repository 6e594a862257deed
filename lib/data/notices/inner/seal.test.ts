import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '@/lib/domain/base/testing'
import { codeOf, digestOfNotice, readCode } from './seal'

const sealed = fc.record({ document: fc.string(), figures: fc.string(), rows: fc.string() })

test('any change of what was sealed changes the digest, and what moves from one part into another does too', () => {
  fc.assert(
    fc.property(sealed, sealed, (a, b) => {
      const same = a.document === b.document && a.figures === b.figures && a.rows === b.rows
      expect(digestOfNotice(a) === digestOfNotice(b)).toBe(same)
    }),
    { numRuns: runs(2000) },
  )
  const [left, right] = ['[1,2]', '']
  expect(digestOfNotice({ document: left, figures: right, rows: '' })).not.toBe(
    digestOfNotice({ document: right, figures: left, rows: '' }),
  )
})

test('10,000 random single changes of a record all change its digest', () => {
  const record = { document: '{"title":"关于样例的通报"}', figures: '{"items":[["u1",63]]}', rows: '{"items":[]}' }
  const digest = digestOfNotice(record)
  const change = fc.tuple(
    fc.constantFrom('document', 'figures', 'rows'),
    fc.nat(200),
    fc.string({ minLength: 1, maxLength: 1 }),
  )
  fc.assert(
    fc.property(change, ([part, place, letter]) => {
      const text = record[part as keyof typeof record]
      const at = place % text.length
      fc.pre(text[at] !== letter)
      expect(digestOfNotice({ ...record, [part]: text.slice(0, at) + letter + text.slice(at + 1) })).not.toBe(digest)
    }),
    { numRuns: runs(10_000) },
  )
})

test('a code is read however it was typed, and nothing else is taken for one', () => {
  fc.assert(
    fc.property(sealed, (given) => {
      const code = codeOf(digestOfNotice(given))
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `]) {
        expect(readCode(typed)).toBe(code)
      }
    }),
  )
  expect(['', '123', '7F3K-9Q2M-4T', '7F3K-9Q2M-4T8U', '样例样例样例样例样例样例'].map(readCode)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})
