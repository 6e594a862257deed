import { documentParts, PLAIN, workbookParts } from '../base/crafted.testing'
import { type CraftedPdf, craftedPdf } from '../base/crafted-pdf.testing'
import { type CraftedEntry, craftedZip } from '../base/zip.testing'

/** A file with words at one place, and which that is. */
export type PlacedWords = { where: string; name: string; bytes: (words: string) => Uint8Array }

const run = (text: string, properties = '') => `<w:r>${properties}<w:t>${text}</w:t></w:r>`
const paragraph = (runs: string) => `<w:p>${runs}</w:p>`
const wrapped = (root: string, inner: string) => `<?xml version="1.0"?><${root}>${inner}</${root}>`
const sheet = (cells: string) => `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`
const cell = (text: string) => `<c r="A1" t="inlineStr"><is>${text}</is></c>`
const gbk = (text: string) => {
  const known: Readonly<Record<string, number[]>> = {
    机: [0xbb, 0xfa],
    密: [0xc3, 0xdc],
    '★': [0xa1, 0xef],
    年: [0xc4, 0xea],
  }
  return Buffer.from([...text].flatMap((one) => known[one] ?? [one.charCodeAt(0)]))
}
const pngWith = (remark: Uint8Array) =>
  Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), remark, Buffer.alloc(9)])

type Body = (words: string) => string
type Beside = (words: string) => CraftedEntry[]

/** What stands in the text of a document itself. */
const IN_DOCUMENT: Readonly<Record<string, Body>> = {
  正文: (words) => paragraph(run(words)),
  逐字分开的正文: (words) => paragraph([...words].map((one) => `${run(one)}<w:proofErr w:type="spellEnd"/>`).join('')),
  文本框: (words) =>
    paragraph(
      `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph(run(words))}</w:txbxContent></v:textbox></w:pict></w:r>`,
    ),
  艺术字: (words) => paragraph(`<w:r><w:pict><v:shape><v:textpath string="${words}"/></v:shape></w:pict></w:r>`),
  图片替代文字: (words) => paragraph(`<w:r><w:drawing><wp:docPr id="1" name="图" descr="${words}"/></w:drawing></w:r>`),
  图片标题: (words) => paragraph(`<w:r><w:drawing><wp:docPr id="1" name="图" title="${words}"/></w:drawing></w:r>`),
  删除的修订: (words) => paragraph(`<w:del w:author="甲"><w:r><w:delText>${words}</w:delText></w:r></w:del>`),
  修订者: (words) => paragraph(`<w:ins w:author="${words}">${run('一')}</w:ins>`),
  控件: (words) =>
    `<w:sdt><w:sdtPr><w:alias w:val="${words}"/></w:sdtPr><w:sdtContent>${paragraph(run('一'))}</w:sdtContent></w:sdt>`,
  域: (words) => paragraph(`<w:fldSimple w:instr="QUOTE ${words}">${run('一')}</w:fldSimple>`),
  字符引用: (words) => paragraph(run([...words].map((one) => `&#x${one.codePointAt(0)?.toString(16)};`).join(''))),
  CDATA: (words) => paragraph(run(`<![CDATA[${words}]]>`)),
  半截CDATA: (words) => paragraph(run(`${words.slice(0, 1)}<![CDATA[${words.slice(1)}]]>`)),
  注释: (words) => `${paragraph(run('一'))}<!-- ${words} -->`,
  'Wingdings 符号': (words) => starred(words, '<w:r><w:sym w:font="Wingdings" w:char="F0AB"/></w:r>'),
  'Symbol 符号': (words) => starred(words, '<w:r><w:sym w:font="Symbol" w:char="F02A"/></w:r>'),
  'Wingdings 字体的字': (words) =>
    starred(words, run('«', '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>')),
  自用区的字: (words) => starred(words, run('\uf0ab')),
}

/** Words whose star is drawn in another way. */
function starred(words: string, star: string): string {
  const [before = '', after] = words.split('★')
  return paragraph(`${run(before)}${after === undefined ? '' : `${star}${run(after)}`}`)
}

/** Parts beside the text of a document. */
const BESIDE_DOCUMENT: Readonly<Record<string, Beside>> = {
  页眉: (words) => [{ name: 'word/header1.xml', data: wrapped('w:hdr', paragraph(run(words))) }],
  脚注: (words) => [
    { name: 'word/footnotes.xml', data: wrapped('w:footnotes', `<w:footnote>${paragraph(run(words))}</w:footnote>`) },
  ],
  批注: (words) => [
    {
      name: 'word/comments.xml',
      data: wrapped('w:comments', `<w:comment w:author="甲">${paragraph(run(words))}</w:comment>`),
    },
  ],
  批注作者: (words) => [{ name: 'word/comments.xml', data: wrapped('w:comments', `<w:comment w:author="${words}"/>`) }],
  图表: (words) => [
    { name: 'word/charts/chart1.xml', data: wrapped('c:chart', `<c:ser><c:tx><c:v>${words}</c:v></c:tx></c:ser>`) },
  ],
  图表标题: (words) => [
    {
      name: 'word/charts/chart1.xml',
      data: wrapped('c:chart', `<a:p>${[...words].map((one) => `<a:r><a:t>${one}</a:t></a:r>`).join('')}</a:p>`),
    },
  ],
  'SmartArt 图': (words) => [
    {
      name: 'word/diagrams/data1.xml',
      data: wrapped('dgm:dataModel', `<dgm:t><a:p><a:r><a:t>${words}</a:t></a:r></a:p></dgm:t>`),
    },
  ],
  文档属性: (words) => [
    { name: 'docProps/core.xml', data: wrapped('cp:coreProperties', `<dc:title>${words}</dc:title>`) },
  ],
  单位属性: (words) => [{ name: 'docProps/app.xml', data: wrapped('Properties', `<Company>${words}</Company>`) }],
  自定义属性: (words) => [
    {
      name: 'docProps/custom.xml',
      data: wrapped('Properties', `<property name="密级"><vt:lpwstr>${words}</vt:lpwstr></property>`),
    },
  ],
  关系另指的部件: (words) => [{ name: 'other/part.dat', data: wrapped('w:hdr', paragraph(run(words))) }],
  'UTF-16 的部件': (words) => [
    { name: 'word/header2.xml', data: Buffer.from(`\ufeff${wrapped('w:hdr', paragraph(run(words)))}`, 'utf16le') },
  ],
  'GBK 的部件': (words) => [
    {
      name: 'word/header3.xml',
      data: Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="GBK"?><w:hdr>'),
        gbk(words),
        Buffer.from('</w:hdr>'),
      ]),
    },
  ],
  插入的网页: (words) => [{ name: 'word/afchunk1.htm', data: `<html><body><br>${words}</body></html>` }],
  插入的文本: (words) => [{ name: 'word/afchunk2.txt', data: words }],
  链接的提示: (words) => [
    {
      name: 'word/_rels/footer1.xml.rels',
      data: wrapped('Relationships', `<Relationship Id="a" Type="hyperlink" Target="http://a/${words}"/>`),
    },
  ],
  图片的说明: (words) => [{ name: 'word/media/a.png', data: pngWith(Buffer.from(`tEXt${words}`)) }],
  旧格式的对象: (words) => [
    {
      name: 'word/embeddings/o.bin',
      data: Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), Buffer.from(words, 'utf16le')]),
    },
  ],
  嵌入的工作簿: (words) => [{ name: 'word/embeddings/a.xlsx', data: workbook(words) }],
  '嵌入的 PDF': (words) => [{ name: 'word/embeddings/a.bin', data: craftedPdf({ pages: [[[72, 700, words]]] }) }],
  部件的名称: (words) => [{ name: `word/media/${words}.xml`, data: '<a/>' }],
}

const workbook = (words: string) => craftedZip(workbookParts([sheet(cell(`<t>${words}</t>`))]))
const document = (words: string) => craftedZip(documentParts(paragraph(run(words))))

/** The parts of a workbook that say these words. */
const IN_WORKBOOK: Readonly<Record<string, Beside>> = {
  单元格: (words) => workbookParts([sheet(cell(`<t>${words}</t>`))]),
  逐字分开的单元格: (words) => workbookParts([sheet(cell([...words].map((one) => `<r><t>${one}</t></r>`).join('')))]),
  'Wingdings 字体的字': (words) =>
    workbookParts([
      sheet(
        cell(
          `<r><t>${words.replace(/★.*/, '')}</t></r>${words.includes('★') ? '<r><rPr><rFont val="Wingdings"/></rPr><t>«</t></r>' : ''}`,
        ),
      ),
    ]),
  共享文字: (words) => workbookParts([sheet('<c r="A1" t="s"><v>0</v></c>')], undefined, words),
  页眉: (words) =>
    workbookParts([
      `<worksheet><sheetData/><headerFooter><oddHeader>&amp;C${words}</oddHeader></headerFooter></worksheet>`,
    ]),
  数字格式: (words) => [
    ...PLAIN.xlsx(),
    {
      name: 'xl/styles.xml',
      data: wrapped('styleSheet', `<numFmts><numFmt numFmtId="164" formatCode="&quot;${words}&quot;0"/></numFmts>`),
    },
  ],
  录入提示: (words) =>
    workbookParts([
      `<worksheet><sheetData/><dataValidations><dataValidation prompt="${words}"/></dataValidations></worksheet>`,
    ]),
  批注: (words) => [
    ...PLAIN.xlsx(),
    { name: 'xl/comments1.xml', data: wrapped('comments', `<comment ref="A1"><text><t>${words}</t></text></comment>`) },
  ],
  图形中的字: (words) => [
    ...PLAIN.xlsx(),
    { name: 'xl/drawings/drawing1.xml', data: wrapped('xdr:wsDr', `<a:p><a:r><a:t>${words}</a:t></a:r></a:p>`) },
  ],
  嵌入的文档: (words) => [...PLAIN.xlsx(), { name: 'xl/embeddings/a.docx', data: document(words) }],
  嵌入文档中的工作簿: (words) => [
    ...PLAIN.xlsx(),
    {
      name: 'xl/embeddings/a.docx',
      data: craftedZip([...documentParts(''), { name: 'word/embeddings/b.xlsx', data: workbook(words) }]),
    },
  ],
  嵌入的演示: (words) => [
    ...PLAIN.xlsx(),
    {
      name: 'xl/embeddings/a.pptx',
      data: craftedZip([
        { name: 'ppt/slides/slide1.xml', data: wrapped('p:sld', `<a:p><a:r><a:t>${words}</a:t></a:r></a:p>`) },
      ]),
    },
  ],
}

const page = (words: string): CraftedPdf['pages'] => [[[72, 700, words]]]
const IN_PDF: Readonly<Record<string, (words: string) => Uint8Array>> = {
  页面: (words) => craftedPdf({ pages: page(words) }),
  逐字分开的页面: (words) => craftedPdf({ pages: [[...words].map((one, i) => [72 + 30 * i, 700, one] as const)] }),
  标题: (words) => craftedPdf({ pages: page('一'), title: words }),
  书签: (words) => craftedPdf({ pages: page('一'), bookmark: words }),
  批注: (words) => craftedPdf({ pages: page('一'), remark: words }),
  附件: (words) => craftedPdf({ pages: page('一'), within: { name: 'a.txt', text: words } }),
  附件的名称: (words) => craftedPdf({ pages: page('一'), within: { name: `${words}.txt`, text: '一' } }),
}

const OTHERS: Readonly<Record<string, PlacedWords>> = {
  'UTF-8 文本': { where: '文本', name: 'a.txt', bytes: (words) => new TextEncoder().encode(words) },
  'GBK 文本': { where: '国标码文本', name: 'a.txt', bytes: gbk },
  png: { where: '图片的说明', name: 'a.png', bytes: (words) => pngWith(Buffer.from(`iTXt${words}`)) },
  jpg: {
    where: '照片的说明',
    name: 'a.jpg',
    bytes: (words) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), Buffer.from(words)]),
  },
}

const table = <T>(of: Readonly<Record<string, T>>, name: string, bytes: (make: T, words: string) => Uint8Array) =>
  Object.entries(of).map(([where, make]): PlacedWords => ({ where, name, bytes: (words) => bytes(make, words) }))

/** Files of every kind that may be attached, with words at every place where a file can hold some. */
export const PLACES: readonly PlacedWords[] = [
  ...table(IN_DOCUMENT, 'a.docx', (body, words) => craftedZip(documentParts(body(words)))),
  ...table(BESIDE_DOCUMENT, 'a.docx', (beside, words) => craftedZip([...PLAIN.docx(), ...beside(words)])),
  ...table(IN_WORKBOOK, 'a.xlsx', (parts, words) => craftedZip(parts(words))),
  ...table(IN_PDF, 'a.pdf', (make, words) => make(words)),
  ...Object.values(OTHERS),
]
