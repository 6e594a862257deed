import { describe, expect, test } from 'vitest'
import { ATTACHMENT_BYTES_MAX } from '@/lib/domain/attachments/attachment'
import { removedIn, removeField } from '@/lib/domain/attachments/removal'
import { saveFormSchema, submitFormSchema } from './items'

const none = { eventDay: '', author: '', phone: '', signer: '' }
const text = { ...none, id: 'i', version: '0', title: '标题', body: '正文' }
const sized = (name: string, size: number) => Object.defineProperty(new File([], name), 'size', { value: size })
const faultsOf = (fields: Record<string, unknown>) =>
  saveFormSchema
    .safeParse({ ...text, ...fields })
    .error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`) ?? []

describe('the form of an item', () => {
  test('may carry no file, one, or several', () => {
    const [one, two] = [new File(['一'], '一.txt'), new File(['二'], '二.txt')]
    expect(saveFormSchema.parse(text)).toMatchObject({ attachments: [] })
    expect(saveFormSchema.parse({ ...text, attachments: one }).attachments).toEqual([one])
    expect(saveFormSchema.parse({ ...text, attachments: [one, two] }).attachments).toEqual([one, two])
  })

  test('names the attachments to be taken out by their boxes, and by nothing else', () => {
    expect(removedIn({ [removeField('a')]: 'yes', [removeField('b')]: 'yes', title: 'x' })).toEqual(['a', 'b'])
    expect(saveFormSchema.parse({ ...text, [removeField('a')]: 'yes' }).removed).toEqual(['a'])
    expect(saveFormSchema.parse({ ...text, removed: 'b' }).removed).toBeUndefined()
    expect(faultsOf({ [removeField('../x')]: 'yes' })).toHaveLength(1)
  })

  test('refuses files beside the faults of what was typed', () => {
    const fields = { ...text, title: '', attachments: new File(['MZ'], '程序.exe') }
    const paths = submitFormSchema.safeParse(fields).error?.issues.map(({ path }) => path[0])
    expect(paths).toEqual(expect.arrayContaining(['title', 'attachments']))
  })

  test.each([
    ['six files', Array.from({ length: 6 }, (_, i) => new File(['一'], `${i}.txt`)), '最多 5 个'],
    ['a large file', [sized('a.pdf', ATTACHMENT_BYTES_MAX + 1)], '不能超过 10 MB'],
    [
      'three of ten megabytes',
      ['a', 'b', 'c'].map((n) => sized(`${n}.pdf`, ATTACHMENT_BYTES_MAX)),
      '合计不能超过 20 MB',
    ],
    ['a marking in a name', [new File(['一'], '秘密★.txt')], '机要渠道'],
    ['text where a file belongs', 'file', '请重新选择附件'],
  ])('refuses %s', (_what, attachments, words) =>
    expect(faultsOf({ attachments })).toEqual([expect.stringContaining(words)]),
  )
})
