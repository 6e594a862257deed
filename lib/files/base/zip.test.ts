import { Document, Packer, Paragraph } from 'docx'
import { describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { craftedFiles } from './crafted.testing'
import { unzip, zip } from './zip'
import { craftedZip } from './zip.testing'

const MOST = 1_000_000
const all = () => true
const names = (bytes: Uint8Array) => [...unzip(bytes, MOST, all).keys()]

test('what offices write is read, part by part, and what was approved makes the same file again', async () => {
  const made = [
    await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('一')] }] })),
    await writeExcelFile([[{ value: '一' }]]).toBuffer(),
  ]
  for (const bytes of made) {
    const parts = unzip(bytes, MOST, all)
    expect(parts.size).toBeGreaterThan(4)
    expect(unzip(zip(parts), MOST, all)).toEqual(parts)
  }
})

test('only the parts that are wanted are kept', () => {
  const bytes = craftedZip(['a.xml', 'b.png'].map((name) => ({ name, data: name })))
  expect([...unzip(bytes, MOST, (name) => name.endsWith('.xml'))]).toEqual([['a.xml', Buffer.from('a.xml')]])
})

test('parts that are stored, empty or named in Chinese are read', () => {
  const bytes = craftedZip([
    { name: 'a', data: 'aa', method: 0 },
    { name: 'b', data: '' },
    { name: '表.xml', data: 'c', flags: 0x0800 },
  ])
  expect(names(bytes)).toEqual(['a', 'b', '表.xml'])
})

describe('a size that is told behind the data', () => {
  const told = (signed: boolean) => {
    const bytes = Buffer.from(craftedZip([{ name: 'a', data: 'aaaa', flags: 8 }]))
    const facts = bytes.subarray(14, 26)
    const mark = Buffer.from([0x50, 0x4b, 0x07, 0x08])
    const directory = bytes.readUInt32LE(bytes.length - 6)
    const behind = Buffer.concat(signed ? [mark, facts] : [facts])
    const whole = Buffer.concat([bytes.subarray(0, directory), behind, bytes.subarray(directory)])
    whole.fill(0, 14, 26)
    whole.writeUInt32LE(directory + behind.length, whole.length - 6)
    return whole
  }
  test.each([true, false])('is read (with a signature: %s)', (signed) => {
    expect(names(told(signed))).toEqual(['a'])
  })
  test('is not believed when it is another one', () => {
    const bytes = told(true)
    bytes.writeUInt8(99, bytes.readUInt32LE(bytes.length - 6) - 1)
    expect(() => names(bytes)).toThrow('broken')
  })
})

test('all together may unpack to so much and no more', () => {
  const bytes = craftedZip([
    { name: 'a', data: Buffer.alloc(600) },
    { name: 'b', data: Buffer.alloc(400) },
  ])
  expect(unzip(bytes, 1000, all).size).toBe(2)
  expect(() => unzip(bytes, 999, all)).toThrow('large')
})

test.each(craftedFiles().filter(({ name }) => / .*docx$/.test(name)))('$name is no zip file for us', ({ bytes }) => {
  expect(() => unzip(bytes(), MOST, all)).toThrow(/broken|large/)
})

test('no file cut short or changed in one byte breaks the reader', () => {
  const whole = craftedZip([{ name: 'a.xml', data: 'aaaaaaaaaaaaaaaa' }])
  const tried = (bytes: Uint8Array) => {
    try {
      return [...unzip(bytes, MOST, all).values()].map(String).join()
    } catch (error) {
      return (error as Error).message
    }
  }
  for (let at = 0; at < whole.length; at++) {
    expect(tried(whole.subarray(0, at))).toBe('broken')
    const changed = whole.slice()
    changed[at] = (changed[at] ?? 0) ^ 0xff
    expect(['broken', 'large', 'aaaaaaaaaaaaaaaa']).toContain(tried(changed))
  }
})
