import { expect, test } from 'vitest'
import { USUAL_CATEGORIES } from '@/lib/domain/office/category'
import { formatDeskQuery, parseDeskQuery } from './query'

const parsed = (query: string) =>
  parseDeskQuery(Object.fromEntries(new URLSearchParams(query)), [
    ...USUAL_CATEGORIES,
    { key: 'park', name: '园区', title: '园区', words: '园区', aliases: [], position: 3, validFrom: null },
  ])
const kept = (query: string) => formatDeskQuery(parsed(query) ?? {})

test('what an address chooses is taken, and stands in the next address as it was', () => {
  const chosen = '?category=park&state=ungraded&kind=province&from=2026-01-05&unit=u1'
  expect(parsed(chosen)).toMatchObject({ category: 'park', state: 'ungraded', kind: 'province', unitId: 'u1' })
  expect(new Set(kept(chosen).slice(1).split('&'))).toEqual(new Set(chosen.slice(1).split('&')))
})

test.each([
  'category=nosuch',
  'category=',
  'category=__proto__',
  'state=nosuch',
  'state=toString',
  'type=nosuch',
  'from=2026-02-30',
])('what nobody can mean is ignored: %s', (query) => expect(kept(`${query}&text=橘`)).toBe(kept('text=橘')))

test('what is pasted with invisible characters, or typed in full width, is asked for as it is meant', () => {
  expect(parsed('text=橘%E2%80%8B园%07&from=２０２６-01-05')).toMatchObject({ text: '橘园', from: '2026-01-05' })
})

test('a quarter that is none makes the address one that is not there', () => {
  expect(parsed('quarter=2026Q5')).toBeNull()
  expect(parsed('quarter=2026Q1')).toMatchObject({ quarter: '2026Q1' })
})
