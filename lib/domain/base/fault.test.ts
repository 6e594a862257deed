import { expect, test, vi } from 'vitest'
import { FAULT_STATUS, Fault, type FaultCode, notFound } from './fault'
import { faultLine, ImportRefused } from './import-refused'

test('a fault answers with the status of its code', () => {
  for (const code of Object.keys(FAULT_STATUS) as FaultCode[])
    expect(new Fault(code, '不行。').status).toBe(FAULT_STATUS[code])
})

test('what is absent or out of reach is named, and told alike', () => {
  const fault = notFound('约稿')
  expect([fault.code, fault.status]).toEqual(['not_found', 404])
  expect(fault.message).toBe('没有找到该约稿，或者您无权查看。')
})

test('a refused import counts its faults and names each by file, line and column, with one stop at the most', () => {
  const fault = { file: 'items.csv', line: 12, what: '单位', why: '名册中没有“某某局”。' }
  const refused = new ImportRefused([fault, fault])
  expect(refused).toMatchObject({
    code: 'invalid',
    message: '文件中有 2 处问题，没有导入任何数据。',
    faults: [fault, fault],
  })
  expect(faultLine(fault)).toBe('items.csv:12: 单位：名册中没有“某某局”')
  expect(faultLine({ ...fault, why: '无效。须为整数' })).toBe('items.csv:12: 单位：无效。须为整数')
})

test('a fault of another bundle is one here too, and kinds of it are told apart', async () => {
  vi.resetModules()
  const other = await import('./fault')
  expect(other.Fault).not.toBe(Fault)
  expect(new other.Fault('busy', '正忙')).toBeInstanceOf(Fault)
  expect(new Fault('invalid', '不行。')).not.toBeInstanceOf(ImportRefused)
  expect(new ImportRefused([])).toBeInstanceOf(ImportRefused)
  expect(new ImportRefused([])).toBeInstanceOf(Fault)
  for (const none of [Object.assign(new Error('x'), { code: 'busy' }), {}, null]) expect(none).not.toBeInstanceOf(Fault)
})
