import { renderToStaticMarkup as drawn } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { NO_ANSWER, type ReadFault, readFaultOf, readRefusal } from './ask'
import { saidAt } from './commands'
import { UNTIL_READ } from './queries'
import { ReadFaultNote } from './read-fault-note'

describe('a reading that fails', () => {
  test('says why: no session, no network, no answer, a server in trouble, or nothing for this person', () => {
    expect(readFaultOf(null)).toBeNull()
    expect(readFaultOf(new TypeError('Failed to fetch'))).toBe('unreachable')
    expect(readFaultOf(readRefusal(NO_ANSWER))).toBe('silent')
    expect([401, 403, 404, 429, 500, 503].map((status) => readFaultOf(readRefusal(status)))).toEqual([
      'signed_out',
      'refused',
      'refused',
      'troubled',
      'troubled',
      'troubled',
    ])
  })

  test('is tried again by itself, unless it was refused', () => {
    for (const status of [NO_ANSWER, 401, 503]) expect(UNTIL_READ.retry(99, readRefusal(status))).toBe(true)
    expect(UNTIL_READ.retry(0, readRefusal(404))).toBe(false)
  })

  test('leads to the sign-in in another window only where the session is gone, and to a button where it is refused', () => {
    const note = (fault: ReadFault) => drawn(<ReadFaultNote fault={fault} onAgain={() => undefined} />)
    expect(note('signed_out')).toMatch(/role="alert".*登录已失效.*<a [^>]*href="\/sign-in\?next=%2Fsigned-in"/)
    expect(note('signed_out')).toContain('target="_blank"')
    expect(note('unreachable')).toContain('没有连上服务器，正在重试……')
    expect(note('silent')).toContain('服务器没有应答，正在重试……')
    expect(note('troubled')).toContain('服务器暂时不能答复，正在重试……')
    for (const passing of ['unreachable', 'silent', 'troubled'] as const)
      expect(note(passing)).not.toMatch(/<a |<button/)
    expect(note('refused')).toMatch(/<button.*再读一次/)
  })
})

describe('at the last row', () => {
  const edge = { kind: 'edge', by: 1, open: 'b' } as const
  const place = { ids: ['a', 'b'], index: 1, open: 'b', hasMore: true, fault: null }

  test('the list is at its end only where the server has no more', () => {
    expect(saidAt(edge, { ...place, hasMore: false })?.words).toBe('后面没有更多信息了。')
    expect(saidAt(edge, place)?.words).toBe('正在读取后面的信息……')
    expect(saidAt(edge, { ...place, fault: 'unreachable' })?.words).toBe('后面的信息还没有读到。')
    expect(saidAt({ ...edge, by: -1, open: 'a' }, { ...place, index: 0, open: 'a' })?.words).toBe('已经是第一条。')
  })

  test('the sentence goes when one moves on or more rows come; what an act said stays', () => {
    expect(saidAt(edge, { ...place, index: 0, open: 'a' })).toBeNull()
    expect(saidAt(edge, { ...place, ids: ['a', 'b', 'c'] })).toBeNull()
    const done = { kind: 'done', words: '已登记：采编上报' } as const
    expect(saidAt(done, place)).toBe(done)
  })
})
