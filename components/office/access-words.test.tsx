import { expect, test } from 'vitest'
import { type Action, POLICY } from '@/lib/domain/people/policy'
import { ACCESS_WORDS, accessInWords } from './access-words'

const line = {
  ...{ seq: 3, at: Date.parse('2026-05-05T12:00:00+08:00'), actor: 'u', name: '样例', login: 'yang', hash: 'h' },
  ...{ subject: 'accounts', object: null, right: null, address: '', count: null, origin: '10.1.2.3' },
}

test('every kind has words of its own', () => {
  const words = Object.values(ACCESS_WORDS)
  expect(words.filter((one, i) => !/\p{Script=Han}/u.test(one) || words.indexOf(one) !== i)).toEqual([])
})

test('a line says who looked at what, from where, with what result', () => {
  expect(Object.values(accessInWords({ ...line, verb: 'account.list' })).join(' ')).toBe(
    '3 2026年5月5日 12:00 样例（yang） 查看账号 全部账号 10.1.2.3 成功 h',
  )
  const stranger = { ...line, actor: 'unknown', name: null, login: null, subject: 'portal', count: 41 }
  expect(Object.values(accessInWords({ ...stranger, verb: 'session.refused' })).join(' ')).toContain(
    '未知账号 登录失败 未知账号 10.1.2.3 被拒绝 41 次',
  )
})

test('every right that may be wanting is said in words', () => {
  for (const right of Object.keys(POLICY) as Action[]) {
    const asked = { right, address: '/desk/a-1', object: '信息 2026Q1-0001' }
    const { 对象, 结果 } = accessInWords({ ...line, ...asked, verb: 'right.refused' })
    expect(对象).toMatch(/^\p{Script=Han}.* \/desk\/a-1 信息 2026Q1-0001$/u)
    expect(结果).toBe('被拒绝')
  }
})
