import { type CraftedEntry, craftedZip } from './zip.testing'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const WORDS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

const relations = (targets: readonly [type: string, target: string][]) =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="r${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`

/** The parts of a workbook whose sheets hold this XML. */
export function workbookParts(
  sheets: readonly string[],
  targets = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`),
  text = '',
): CraftedEntry[] {
  const named = targets.map((_, i) => `<sheet name="表${i + 1}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join('')
  const related = targets.map((target): [string, string] => ['worksheet', target])
  return [
    { name: '[Content_Types].xml', data: TYPES },
    { name: '_rels/.rels', data: relations([['officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      data: `${XML}<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets>${named}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', data: relations([...related, ['sharedStrings', 'sharedStrings.xml']]) },
    { name: 'xl/sharedStrings.xml', data: `${XML}<sst xmlns="${SHEETS}"><si><t>${text}</t></si></sst>` },
    ...sheets.map((data, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data })),
  ]
}

/** The parts of a Word document whose body holds this XML. */
export function documentParts(body: string, head = ''): CraftedEntry[] {
  return [
    { name: '[Content_Types].xml', data: TYPES },
    { name: '_rels/.rels', data: relations([['officeDocument', 'word/document.xml']]) },
    {
      name: 'word/document.xml',
      data: `${XML}${head}<w:document xmlns:w="${WORDS}"><w:body>${body}</w:body></w:document>`,
    },
  ]
}

const sheet = (rows: string, dimension = '') =>
  `${XML}<worksheet xmlns="${SHEETS}">${dimension}<sheetData>${rows}</sheetData></worksheet>`
const cellAt = (ref: string, row: number) => `<row r="${row}"><c r="${ref}"><v>1</v></c></row>`
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** A workbook and a document in which nothing is wrong. */
export const PLAIN = {
  xlsx: () => workbookParts([sheet(cellAt('A1', 1))]),
  docx: () => documentParts(paragraph('关于2020年三季度政务信息报送情况的通报')),
}

/** Work without end in few bytes: what each would make of itself is refused before anybody makes it. */
const HEAVY: Readonly<Record<string, (n: number) => Uint8Array>> = {
  'corner.xlsx': (n) => craftedZip([...workbookParts([sheet(cellAt('XFD1048576', 1048576))]), ...spare(n)]),
  'reach.xlsx': (n) =>
    craftedZip(
      workbookParts([sheet(`<row r="1"><c r="A1"><v>${n}</v></c></row>`, '<dimension ref="A1:XFD1048576"/>')]),
    ),
  'rows.xlsx': (n) =>
    craftedZip(workbookParts([sheet(`<row r="1048576"><c r="A1048576"><v>${n}</v></c><c r="C1048576"/></row>`)])),
  'cells.xlsx': (n) => craftedZip(workbookParts([sheet(`<row r="1">${'<c/>'.repeat(200_001 + n)}</row>`)])),
  'sheets.xlsx': (n) => craftedZip(workbookParts(Array.from({ length: 400 + n }, () => sheet(cellAt('A1', 1))))),
  'one-sheet-often.xlsx': (n) =>
    craftedZip([...workbookParts([sheet(cellAt('A1', 1))], Array(90).fill('worksheets/sheet1.xml')), ...spare(n)]),
  'texts.xlsx': (n) =>
    craftedZip([
      ...workbookParts([sheet(`<row r="1">${sharing(3_000)}</row>`)], undefined, '文'.repeat(2_000)),
      ...spare(n),
    ]),
  'deep.xlsx': (n) => craftedZip(workbookParts([sheet(nested('row', 20_000 + n))])),
  'paragraphs.docx': (n) => craftedZip(documentParts('<w:p/>'.repeat(60_000 + n))),
  'runs.docx': (n) => craftedZip(documentParts(`<w:p>${'<w:r><w:t>一</w:t></w:r>'.repeat(410_000 + n)}</w:p>`)),
  'cells.docx': (n) =>
    craftedZip(documentParts(`<w:tbl><w:tr>${'<w:tc><w:p/></w:tc>'.repeat(60_000 + n)}</w:tr></w:tbl>`)),
  'deep.docx': (n) => craftedZip(documentParts(nested('w:tbl', 50_000 + n))),
  'entities.docx': (n) =>
    craftedZip(
      documentParts(
        paragraph('&c;'),
        `<!DOCTYPE x [<!ENTITY a "${'一'.repeat(100 + n)}"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;">]>`,
      ),
    ),
  'bomb.docx': (n) =>
    craftedZip([...documentParts(''), { name: 'word/media/a.bmp', data: Buffer.alloc(60_000_000 + n) }]),
}

/** Containers that two readers read in two ways. */
const TWOFOLD: Readonly<Record<string, (parts: CraftedEntry[], n: number) => Uint8Array>> = {
  zip64: (parts) => zip64(craftedZip(parts)),
  'two directories': (parts, n) => twice(craftedZip(parts), craftedZip([...PLAIN.docx(), ...spare(n)])),
  'something before it': (parts, n) => new Uint8Array(Buffer.concat([Buffer.alloc(1 + n, 'x'), craftedZip(parts)])),
  'something behind it': (parts, n) => new Uint8Array(Buffer.concat([craftedZip(parts), Buffer.alloc(1 + n, 'x')])),
  'a remark': (parts, n) => craftedZip(parts, { remark: 'x'.repeat(1 + n) }),
  'entries that overlap': (parts, n) => craftedZip([...parts, { name: 'x.xml', data: '<a/>', earlier: 40 + n }]),
  'an entry twice': (parts) => craftedZip([...parts, ...parts.slice(-1)]),
  'an entry under two cases': (parts) =>
    craftedZip([...parts, ...parts.slice(-1).map((p) => ({ ...p, name: p.name.toUpperCase() }))]),
  'an entry that grows': (parts, n) => craftedZip(parts.map((p, i) => (i === 2 ? { ...p, declared: 10 + n } : p))),
  'an entry that shrinks': (parts, n) => craftedZip(parts.map((p, i) => (i === 2 ? { ...p, declared: 5_000 + n } : p))),
  'a name of its own at the entry': (parts) =>
    craftedZip(parts.map((p, i) => (i === 2 ? { ...p, localName: p.name.replace('o', '0') } : p))),
  'bytes of no entry': (parts, n) =>
    craftedZip([...parts, { name: 'x.xml', data: '<a/>', before: Buffer.alloc(1 + n) }]),
  'fewer entries than are there': (parts) => craftedZip(parts, { count: parts.length - 1 }),
  encryption: (parts) => craftedZip(parts.map((part) => ({ ...part, flags: 1 }))),
  'another packing': (parts) => craftedZip(parts.map((part) => ({ ...part, method: 12 }))),
  'thousands of entries': (parts, n) =>
    craftedZip([...parts, ...Array.from({ length: 3_000 + n }, (_, i) => ({ name: `x${i}.xml`, data: '' }))]),
}

/** Every crafted file under a name that says what is wrong with it; `n` varies it. */
export function craftedFiles(n = 0): { name: string; bytes: () => Uint8Array }[] {
  return [
    ...Object.entries(HEAVY).map(([name, make]) => ({ name, bytes: () => make(n) })),
    ...Object.entries(TWOFOLD).flatMap(([what, make]) =>
      (['docx', 'xlsx'] as const).map((kind) => ({ name: `${what}.${kind}`, bytes: () => make(PLAIN[kind](), n) })),
    ),
  ]
}

const spare = (n: number): CraftedEntry[] => [{ name: 'docProps/spare.xml', data: `<a>${n}</a>` }]
const nested = (name: string, depth: number) => `<${name}>`.repeat(depth) + `</${name}>`.repeat(depth)

/** Cells that all hold one string. */
const sharing = (count: number) =>
  Array.from({ length: count }, (_, i) => `<c r="${column(i)}1" t="s"><v>0</v></c>`).join('')

/** The letters of a column: 0 is A. */
function column(i: number): string {
  return (i >= 26 ? column(Math.floor(i / 26) - 1) : '') + String.fromCharCode(65 + (i % 26))
}

/** The same file with a ZIP64 directory, at which its old end only points. */
function zip64(bytes: Uint8Array): Uint8Array {
  const old = Buffer.from(bytes)
  const end = old.subarray(-22)
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), 24)
  record.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), 32)
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40)
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(old.length - 22), 8)
  locator.writeUInt32LE(1, 16)
  const pointing = Buffer.from(end)
  pointing.fill(0xff, 8, 20)
  return new Uint8Array(Buffer.concat([old.subarray(0, -22), record, locator, pointing]))
}

/** A file with the directory of another one before its own: who looks from the front finds that one. */
function twice(bytes: Uint8Array, front: Uint8Array): Uint8Array {
  const own = Buffer.from(bytes)
  const directory = own.readUInt32LE(own.length - 6)
  for (let at = directory; at < own.length - 22; ) {
    own.writeUInt32LE(own.readUInt32LE(at + 42) + front.length, at + 42)
    at += 46 + own.readUInt16LE(at + 28) + own.readUInt16LE(at + 30) + own.readUInt16LE(at + 32)
  }
  own.writeUInt32LE(directory + front.length, own.length - 6)
  return new Uint8Array(Buffer.concat([front, own]))
}
