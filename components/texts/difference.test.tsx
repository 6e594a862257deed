import { renderToStaticMarkup as drawn } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Difference } from './difference'
import { TextMarks } from './marks'

const between = (before: [string, string], after: [string, string]) => {
  const [title, body] = before
  const [newTitle, newBody] = after
  return drawn(<Difference before={{ title, body }} after={{ title: newTitle, body: newBody }} />)
}

test('what was taken out and put in is marked by strokes and by words', () => {
  const html = between(['题', '全区增收三成。'], ['题', '全区增收四成。'])
  expect(html).toMatch(/<del[^>]*><span[^>]*>〔删去〕<\/span>三<span[^>]*>〔删去完〕<\/span><\/del>/)
  expect(html).toMatch(/<ins[^>]*><span[^>]*>〔增加〕<\/span>四<span[^>]*>〔增加完〕<\/span><\/ins>/)
})

test('a text that was not changed says so; the title of a 综合, which begins without one, is no change', () => {
  expect(between(['题', '文'], ['题', '文'])).toContain('没有改动')
  expect(between(['', '文'], ['综合', '文'])).toContain('没有改动')
  expect(between(['题', '文'], ['新题', '文'])).toMatch(/<ins[^>]*><span/)
})

test('an item leads to its text and to the 综合 that it is part of, or says why it can have none', () => {
  const marks = { action: async () => null as never, formKey: 'k', itemId: 'i', own: null, merged: [], blocked: null }
  const own = { id: 't', title: '改题', dropped: false }
  const standing = drawn(<TextMarks {...marks} own={own} blocked="已退回。" />)
  expect(standing).toContain('href="/texts/t"')
  expect(standing).not.toContain('已退回。')
  const dropped = drawn(<TextMarks {...marks} own={{ ...own, dropped: true }} blocked="已退回。" />)
  expect(dropped).not.toContain('href="/texts/t"')
  expect(dropped).toContain('已退回。')
  expect(drawn(<TextMarks {...marks} merged={[own]} blocked="已退回。" />)).toContain('已编入综合')
})
