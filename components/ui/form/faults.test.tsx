import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Result } from '@/lib/domain/base/result'
import { Faults } from './faults'

const refused: Result = { status: 'fault', code: 'unauthenticated', message: '没有提交。', fields: {}, values: {} }

test('who lost the session is led to the sign-in in another window; the sign-in itself leads nowhere', () => {
  expect(renderToStaticMarkup(<Faults result={refused} />)).toContain('href="/sign-in?next=%2Fsigned-in"')
  const here = renderToStaticMarkup(<Faults result={refused} signsIn />)
  expect(here).toContain('没有提交。')
  expect(here).not.toContain('<a ')
})
