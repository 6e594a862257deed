import { expect, test } from 'vitest'
import type { Quarter } from '../time/quarter'
import { type AdoptionFacts, adoptionInWords } from './adoption'

const adoption: AdoptionFacts = {
  kind: 'district_full',
  adoptedOn: '2020-09-28',
  quarter: '2020Q3' as Quarter,
  publication: '雁江信息',
  issueNo: '12',
}

test('an adoption says its kind, its day and where it stood', () => {
  expect(adoptionInWords(adoption)).toBe('区级采用·信息，2020年9月28日，《雁江信息》第12期')
  expect(adoptionInWords({ ...adoption, publication: null, issueNo: null })).toBe('区级采用·信息，2020年9月28日')
  expect(adoptionInWords({ ...adoption, publication: '《要情》', issueNo: '增刊' })).toContain('《要情》增刊')
  for (const issueNo of ['第12期', '12增', '增12'])
    expect(adoptionInWords({ ...adoption, issueNo })).toBe(`区级采用·信息，2020年9月28日，《雁江信息》${issueNo}`)
})

test('one that scores in a later quarter than that of its day says so', () => {
  expect(adoptionInWords({ ...adoption, quarter: '2020Q4' as Quarter })).toBe(
    '区级采用·信息，2020年9月28日，《雁江信息》第12期，补录，计入2020年四季度',
  )
})
