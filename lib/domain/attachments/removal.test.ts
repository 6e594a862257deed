import { expect, test } from 'vitest'
import { removedIn, removeField } from './removal'

test('the boxes that were ticked name what is taken out; other fields name nothing', () => {
  const fields = { [removeField('a-1')]: 'on', title: '标题', 'my-remove-': 'on', [removeField('b-2')]: 'on' }
  expect(removedIn(fields)).toEqual(['a-1', 'b-2'])
  expect(removeField('a-1')).not.toBe(removeField('b-2'))
})
