import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LostTexts } from './lost-texts'

test('what was typed is all in sight on a phone, up to six lines', () => {
  const texts = ['报', '字'.repeat(16), '字'.repeat(17), '字'.repeat(40), '一\n二', '字'.repeat(500)]
  const html = renderToStaticMarkup(<LostTexts texts={texts} />)
  expect([...html.matchAll(/rows="(\d+)"/g)].map(([, rows]) => Number(rows))).toEqual([1, 1, 2, 3, 2, 6])
})
