import { expect, test } from 'vitest'
import { sortedUnread, unreadInWords, unreadOf, unreadStored } from './unread'

test('what could not be checked is said in one sentence, in one order', () => {
  expect(unreadInWords([])).toBeNull()
  expect(unreadInWords(['picture'])).toBe('图片内容无法自动检查，请确认不涉密。')
  expect(unreadInWords(sortedUnread(['object', 'picture', 'object']))).toBe(
    '图片内容、嵌入的对象无法自动检查，请确认不涉密。',
  )
})

test('it is kept as it was found; of older files what is known is what nobody looked at', () => {
  expect(unreadOf(unreadStored(['picture', 'page']), 'pdf')).toEqual(['picture', 'page'])
  expect(unreadOf(unreadStored([]), 'pdf')).toEqual([])
  expect([unreadOf(null, 'png'), unreadOf(null, 'pdf'), unreadOf(null, 'docx')]).toEqual([['picture'], ['rest'], []])
})
