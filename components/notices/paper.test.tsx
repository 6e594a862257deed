import { renderToStaticMarkup as drawn } from 'react-dom/server'
import { expect, test } from 'vitest'
import { notice2020Q3 } from '@/lib/domain/figures/golden/2020Q3-notice'
import { DRAFT_MARK, unissued } from '@/lib/domain/notices/document'
import { paginate } from '@/lib/domain/notices/pages'
import type { Quarter } from '@/lib/domain/time/quarter'
import { Paper } from './paper'

const marks = (notice = notice2020Q3()) =>
  drawn(<Paper notice={notice} quarter={'2020Q3' as Quarter} unlinked />).split(DRAFT_MARK).length - 1

test('what is not issued says so on every page, what is issued on none', () => {
  expect(marks(unissued(notice2020Q3()))).toBe(paginate(notice2020Q3()).length)
  expect(marks()).toBe(0)
})
