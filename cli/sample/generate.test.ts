import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { figures, kinds } from './figures'
import { sample } from './generate'

type Row = Record<string, string>
const files = sample(2026)
const rows = (name: keyof typeof files) => parse<Row>(files[name], { columns: true })
const items = rows('items.csv')
const adoptions = rows('adoptions.csv')
const itemOf = new Map(items.map((item) => [item.ref, item]))

describe('the sample of 2020 Q3', () => {
  test('holds the totals of the notice', () => {
    const count = (...wanted: string[]) => adoptions.filter(({ kind }) => wanted.includes(kind ?? '')).length
    expect(rows('units.csv')).toHaveLength(57)
    expect(items).toHaveLength(1386)
    expect(count('district_full', 'district_brief')).toBe(81)
    expect(count('city_full', 'city_brief')).toBe(14)
    expect(count('province')).toBe(2)
    expect(count('forwarded')).toBe(65)
  })

  test.each(figures.map((unit) => [unit.name, unit] as const))('%s has its counts', (name, unit) => {
    expect(items.filter((item) => item.unit === name)).toHaveLength(unit.items)
    for (const kind of kinds) {
      const made = adoptions.filter((one) => one.kind === kind && itemOf.get(one.item)?.unit === name)
      expect(made, kind).toHaveLength(unit.adoptions[kind])
    }
  })

  test('gives every item a title and a reference of its own', () => {
    expect(new Set(items.map(({ title }) => title)).size).toBe(1386)
    expect(itemOf.size).toBe(1386)
    expect(items.map(({ ref }) => ref)).toEqual(items.map((_, i) => `2020Q3-${String(i + 1).padStart(4, '0')}`))
  })

  test('marks every item as a sample, within the bounds of a title and a body', () => {
    for (const { title = '', body = '' } of items) {
      expect(title).toMatch(/^【样例】.{1,36}$/u)
      expect(body.endsWith('\n（本条为演示样例，不反映真实情况。）')).toBe(true)
      expect(body.length, body).toBeGreaterThanOrEqual(150)
      expect(body.length, body).toBeLessThanOrEqual(500)
      expect(body).not.toMatch(/[{}#|@]|undefined|。，|，，|。。/)
    }
  })

  test('falls within the quarter, in order', () => {
    const times = items.map(({ submitted_at = '' }) => submitted_at)
    expect(times.every((time) => /^2020-0[789]-\d\dT\d\d:\d\d:\d\d\+08:00$/.test(time))).toBe(true)
    expect(times).toEqual([...times].sort())
  })

  test('adopts nothing before it came in, nothing after the quarter, and nothing twice', () => {
    for (const { item, adopted_on = '' } of adoptions) {
      expect(adopted_on >= (itemOf.get(item ?? '')?.submitted_at ?? '').slice(0, 10)).toBe(true)
      expect(adopted_on <= '2020-09-30').toBe(true)
    }
    expect(new Set(adoptions.map(({ item, kind }) => `${item} ${kind}`)).size).toBe(adoptions.length)
  })

  test('is the same every time', () => {
    expect(sample(2026)).toEqual(files)
  })

  test('repeats the targets for the current year, once', () => {
    expect(rows('targets.csv')).toHaveLength(114)
    expect(parse(sample(2020)['targets.csv'], { columns: true })).toHaveLength(57)
  })
})
