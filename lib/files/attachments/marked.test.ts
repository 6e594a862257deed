import { describe, expect, test } from 'vitest'
import { Fault } from '@/lib/domain/base/fault'
import { documentParts, PLAIN } from '../base/crafted.testing'
import { craftedPdf } from '../base/crafted-pdf.testing'
import { craftedZip } from '../base/zip.testing'
import { readAttachments } from './attachments'
import { PLACES } from './marked.testing'

const said = async (name: string, bytes: Uint8Array) => {
  const answer = await readAttachments([{ name, bytes }]).catch((error: unknown) => error)
  if (answer instanceof Fault) return answer.fields.attachments ?? answer.message
  if (answer instanceof Error) throw answer
  return 'read'
}

describe('a marking stops a file at every place where a file can hold words, and the same file without is read', () => {
  test.each(PLACES.map((place) => [place.name, place.where, place.bytes] as const))(
    '%s：%s',
    async (name, _where, bytes) => {
      expect(await said(name, bytes('机密★10年'))).toContain('密级标志“机密★”')
      expect(await said(name, bytes('机'))).toBe('read')
    },
  )
})

describe('what could not be checked is told', () => {
  const unread = async (name: string, bytes: Uint8Array) => (await readAttachments([{ name, bytes }]))[0]?.unread
  const beside = (name: string, data: Uint8Array | string) => craftedZip([...PLAIN.docx(), { name, data }])
  const png = new Uint8Array(Buffer.from('\x89PNG\r\n\x1a\n0', 'latin1'))

  test.each([
    ['a picture', 'a.png', png, ['picture']],
    ['a picture in a document', 'a.docx', beside('word/media/image1.png', png), ['picture']],
    [
      'an object in a document',
      'a.docx',
      beside('word/embeddings/o.bin', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0])),
      ['object'],
    ],
    ['a broken document in one', 'a.docx', beside('word/embeddings/b.docx', 'PK\x03\x04 and no more'), ['object']],
    ['a scan', 'a.pdf', craftedPdf({ pages: [[]], picture: true }), ['picture', 'page']],
    ['a picture beside text', 'a.pdf', craftedPdf({ pages: [[[72, 700, '一']]], picture: true }), ['picture']],
    ['nothing in a plain document', 'a.docx', craftedZip(PLAIN.docx()), []],
    [
      'nothing where an office writes its own',
      'a.docx',
      beside('docProps/thumbnail.jpeg', new Uint8Array([0xff, 0xd8, 0xff])),
      [],
    ],
  ])('%s', async (_what, name, bytes, told) => expect(await unread(name, bytes)).toEqual(told))

  test('what is embedded too deep', async () => {
    let inner = craftedZip(documentParts(''))
    for (let i = 0; i < 4; i++)
      inner = craftedZip([...documentParts(''), { name: 'word/embeddings/a.docx', data: inner }])
    expect(await unread('a.docx', inner)).toEqual(['object'])
  })
})
