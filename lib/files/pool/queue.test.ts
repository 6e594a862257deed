import { expect, test } from 'vitest'
import { waitingLine } from './queue'

const some = () => waitingLine<string>({ waiting: 4, ofPerson: 2 })
const taken = (queue: ReturnType<typeof some>) => queue.next()?.job

test('one after the other, and of one person one at a time', () => {
  const queue = some()
  for (const [person, job] of [
    ['甲', '甲1'],
    ['甲', '甲2'],
    ['乙', '乙1'],
  ] as const)
    expect(queue.enter(person, job)).toBeNull()
  expect([taken(queue), taken(queue), taken(queue)]).toEqual(['甲1', '乙1', undefined])
  queue.leave('甲')
  expect([taken(queue), taken(queue)]).toEqual(['甲2', undefined])
})

test('it has a length, and a shorter one for each person, so that none fills it for the others', () => {
  const queue = some()
  expect(['1', '2', '3'].map((job) => queue.enter('甲', job))).toEqual([null, null, 'own'])
  expect(['乙', '丙', '丁'].map((person) => queue.enter(person, '1'))).toEqual([null, null, 'full'])
  expect(taken(queue)).toBe('1')
  expect(queue.enter('丁', '1')).toBeNull()
})

test('what no longer waits cannot be taken back', () => {
  const queue = some()
  queue.enter('甲', '1')
  queue.enter('甲', '2')
  expect(taken(queue)).toBe('1')
  expect([queue.withdraw('1'), queue.withdraw('2'), queue.withdraw('2')]).toEqual([false, true, false])
})
