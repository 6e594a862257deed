import { expect, test } from 'vitest'
import { DOWNLOADS } from '@/lib/domain/office/access'
import { files, read } from './sources'

test('every address that gives a file to take away is noted as one', () => {
  const given = files
    .filter((file) => /^app\/.*\/route\.ts$/.test(file) && /fileHeaders\(|logFile\(|noticeRoute\(/.test(read(file)))
    .map((file) => file.replace(/^app|\/route\.ts$|\/\(\w+\)/g, ''))
  expect(given.toSorted()).toEqual(Object.keys(DOWNLOADS).toSorted())
})
