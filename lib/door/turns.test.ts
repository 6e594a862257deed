import { expect, test } from 'vitest'
import { isPage } from './rules.mjs'
import { atOnceOn, turns } from './turns.mjs'

const ONE_DAY_MS = 86_400_000
const loop = () => new Promise((done) => setImmediate(() => setImmediate(done)))

/** Work that ends when it is told to; `began` says who had a turn so far. */
function drawing(atOnce: number, longestMs = ONE_DAY_MS) {
  const began: string[] = []
  const ends = new Map<string, () => void>()
  const inTurn = turns(atOnce, longestMs)
  const ask = (who: string) =>
    inTurn((done) => {
      began.push(who)
      ends.set(who, done)
    })
  return { began, ask, end: (who: string) => ends.get(who)?.() }
}

test('pages are drawn one after another, who came first goes first', async () => {
  const { began, ask, end } = drawing(1)
  for (const who of ['one', 'two', 'three']) ask(who)
  expect(began).toEqual(['one'])
  end('one')
  await loop()
  expect(began).toEqual(['one', 'two'])
  end('two')
  end('two')
  await loop()
  expect(began).toEqual(['one', 'two', 'three'])
})

test('between two of them the event loop runs', async () => {
  const { began, ask, end } = drawing(1)
  ask('one')
  ask('two')
  end('one')
  expect(began).toEqual(['one'])
  await loop()
  expect(began).toEqual(['one', 'two'])
})

test('who has gone before the turn came is passed over', async () => {
  const { began, ask, end } = drawing(1)
  ask('one')
  const giveUp = ask('two')
  ask('three')
  giveUp()
  end('one')
  await loop()
  expect(began).toEqual(['one', 'three'])
})

test('a page that waits for something else keeps nobody out', async () => {
  const { began, ask } = drawing(1, 0)
  ask('never ends')
  ask('two')
  while (began.length < 2) await loop()
  expect(began).toEqual(['never ends', 'two'])
})

test('where the database is another process, others are drawn while one waits for it', () => {
  const { began, ask } = drawing(atOnceOn({ NODE_ENV: 'test', DATABASE_URL: 'postgres://db/yanxin' }))
  for (const who of ['one', 'two', 'three', 'four']) ask(who)
  expect(began).toEqual(['one', 'two', 'three'])
  expect(atOnceOn({ NODE_ENV: 'test', DATABASE_URL: 'file:data/yanxin.sqlite' })).toBe(1)
})

test.each([
  ['GET', '/ranking/2020Q3', true],
  ['HEAD', '/', true],
  ['POST', '/items/new', false],
  ['GET', '/_next/static/chunks/a.js', false],
  ['GET', '/api/health', false],
])('%s %s is drawn: %s', (method, url, drawn) => {
  expect(isPage({ method, url, headers: {} })).toBe(drawn)
})
