import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textFault } from '../base/text'
import {
  ATTACHMENT_ACCEPT,
  ATTACHMENT_BYTES_MAX,
  ATTACHMENT_NAME_MAX,
  ATTACHMENT_TEXT_MAX,
  ATTACHMENT_TYPES,
  ATTACHMENTS_BYTES_MAX,
  ATTACHMENTS_HELP,
  ATTACHMENTS_MAX,
  type AttachmentType,
  attachmentFault,
  attachmentWarnings,
  baseName,
  contentFault,
  looksLike,
  searchableText,
  sizeInWords,
  togetherFault,
  typeOfName,
} from './attachment'

describe('a file may be attached', () => {
  test.each(['报告.docx', '台账.XLSX', '扫描件.pdf', 'a.txt', '现场.JPG', '现场.jpeg', '图.png', '一.二.docx'])(
    '%s',
    (name) => expect(attachmentFault({ name, size: 1 })).toBeNull(),
  )
  test('of the largest size and the longest name', () => {
    const name = `${'长'.repeat(ATTACHMENT_NAME_MAX - 4)}.png`
    expect(attachmentFault({ name, size: ATTACHMENT_BYTES_MAX })).toBeNull()
  })
})

describe('a file is refused in words', () => {
  test.each([
    ['of another kind', { name: '程序.exe', size: 1 }, '只收 .docx'],
    ['an older kind of Word', { name: '旧.doc', size: 1 }, '只收 .docx'],
    ['a picture that can hold scripts', { name: '图.svg', size: 1 }, '只收 .docx'],
    ['without an ending', { name: '报告', size: 1 }, '只收 .docx'],
    ['with two endings', { name: '报告.docx.exe', size: 1 }, '只收 .docx'],
    ['empty', { name: 'a.txt', size: 0 }, '空文件'],
    ['one byte too large', { name: 'a.txt', size: ATTACHMENT_BYTES_MAX + 1 }, '不能超过 10 MB'],
    ['without a name', { name: '', size: 1 }, '没有名称'],
    ['with too long a name', { name: `${'长'.repeat(97)}.txt`, size: 1 }, '最多 100 字'],
    ['with a folder in its name', { name: '上级/a.txt', size: 1 }, '不能使用的字符'],
    ['with an invisible turn in its name', { name: 'a\u202Etxt.png', size: 1 }, '不能使用的字符'],
    ['with a control character in its name', { name: 'a\u0000.txt', size: 1 }, '控制字符'],
    ['with a marking in its name', { name: '机密★方案.docx', size: 1 }, '机要渠道'],
  ])('%s', (_why, file, words) => expect(attachmentFault(file)).toContain(words))

  test('a marking in its text, but not a word alone', () => {
    expect(contentFault('a.docx', '秘密★1年')).toContain('附件“a.docx”中有密级标志')
    expect(contentFault('a.docx', '保守秘密，人人有责')).toBeNull()
    expect(attachmentWarnings('a.docx', '保守秘密，人人有责')).toEqual(['秘密'])
    expect(attachmentWarnings('内部资料.docx', '')).toEqual(['内部资料'])
  })
})

describe('together', () => {
  const files = (n: number, size = 1) => Array.from({ length: n }, () => ({ size }))
  test('as many and as large as the limits say, and no more', () => {
    expect(togetherFault([])).toBeNull()
    expect(togetherFault(files(ATTACHMENTS_MAX))).toBeNull()
    expect(togetherFault(files(ATTACHMENTS_MAX + 1))).toContain('最多 5 个，现有 6 个')
    expect(togetherFault(files(2, ATTACHMENTS_BYTES_MAX / 2))).toBeNull()
    expect(togetherFault(files(2, ATTACHMENTS_BYTES_MAX / 2 + 1))).toContain('合计不能超过 20 MB')
  })
  test('the help says the limits', () => {
    for (const words of ['5 个', '10 MB', '20 MB']) expect(ATTACHMENTS_HELP).toContain(words)
    expect(ATTACHMENT_ACCEPT).toBe('.docx,.xlsx,.pdf,.txt,.jpg,.jpeg,.png')
  })
})

describe('what a file is', () => {
  const types = Object.keys(ATTACHMENT_TYPES) as AttachmentType[]
  test.each(types)('%s is told by its name and by its first bytes', (type) => {
    const { endings, magic } = ATTACHMENT_TYPES[type]
    for (const ending of endings) expect(typeOfName(`样例.${ending}`)).toBe(type)
    expect(looksLike(type, new Uint8Array([...magic, 1, 2, 3]))).toBe(true)
  })
  test('a program under the name of a picture is none, nor is a file cut short', () => {
    const program = new Uint8Array([0x4d, 0x5a, 0, 1])
    for (const type of types) expect(looksLike(type, program), type).toBe(false)
    for (const type of types.filter((one) => one !== 'txt')) {
      expect(looksLike(type, new Uint8Array(ATTACHMENT_TYPES[type].magic.slice(0, -1)))).toBe(false)
    }
  })
  test('a name comes without the folders that some browsers send', () => {
    expect(baseName('C:\\桌面\\报告.docx')).toBe('报告.docx')
    expect(baseName('../../etc/报告.docx ')).toBe('报告.docx')
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => !/[/\\]/.test(baseName(any))))
  })
})

test('what search keeps of a text can be stored, and is not longer than the limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      const kept = searchableText(any)
      expect(kept.isWellFormed()).toBe(true)
      expect(textFault(kept.replaceAll('\ufffd', ''))).toBeNull()
    }),
  )
  expect(searchableText('𠮷'.repeat(ATTACHMENT_TEXT_MAX))).toHaveLength(ATTACHMENT_TEXT_MAX)
  expect(searchableText(`长${'𠮷'.repeat(ATTACHMENT_TEXT_MAX)}`).isWellFormed()).toBe(true)
  expect(searchableText('一\r\n二\u0000三\r四')).toBe('一\n二三\n四')
})

test.each([
  [1, '1 KB'],
  [1535, '1 KB'],
  [1536, '2 KB'],
  [1024 * 1024, '1 MB'],
  [1.25 * 1024 * 1024, '1.3 MB'],
  [20 * 1024 * 1024, '20 MB'],
])('%d bytes are %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words))
