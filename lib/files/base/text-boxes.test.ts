import { describe, expect, test } from 'vitest'
import { docxText } from './read-docx'
import { withOlderBoxes } from './text-boxes'
import { craftedZip } from './zip.testing'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
const said = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const box = (text: string) =>
  `<w:drawing><wps:wsp><wps:txbx><w:txbxContent>${said(text)}</w:txbxContent></wps:txbx></wps:wsp></w:drawing>`
const inRun = (inside: string) => `<w:p><w:r>${inside}</w:r></w:p>`

const read = (body: string) =>
  docxText(
    '文.docx',
    craftedZip([
      {
        name: '[Content_Types].xml',
        data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
      },
      {
        name: '_rels/.rels',
        data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      },
      { name: 'word/document.xml', data: `<w:document ${W} ${MC} ${WPS}><w:body>${body}</w:body></w:document>` },
    ]),
  )

describe('a text box of the newer kind', () => {
  test('is read, alone and as one of two ways to show it, once', async () => {
    expect(await read(said('甲') + inRun(box('框中')) + said('乙'))).toBe('甲\n框中\n乙')
    const choice = `<mc:AlternateContent><mc:Choice Requires="wps">${box('框中')}</mc:Choice></mc:AlternateContent>`
    expect(await read(inRun(choice))).toBe('框中')
    const both = choice.replace(
      '</mc:AlternateContent>',
      `<mc:Fallback>${said('框中').replace(/<\/?w:p>/g, '')}</mc:Fallback></mc:AlternateContent>`,
    )
    expect((await read(`<w:p>${both}</w:p>`)).match(/框中/g)).toHaveLength(1)
  })
  test('may hold another one; a drawing without words stays what it is', () => {
    const nested = box(`</w:t></w:r></w:p>${inRun(box('里'))}<w:p><w:r><w:t>`)
    expect(withOlderBoxes(nested)).toMatch(/^<w:pict><w:txbxContent>.*里.*<\/w:txbxContent><\/w:pict>$/)
    const picture = '<w:drawing><pic:pic/></w:drawing>'
    expect(withOlderBoxes(`${picture}${box('甲')}`).startsWith(picture)).toBe(true)
    expect(withOlderBoxes('<w:drawing><w:txbxContent>')).toBe('<w:drawing><w:txbxContent>')
  })
})
