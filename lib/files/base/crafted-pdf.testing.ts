/** What stands in a crafted PDF: pages of words at places (points from the left and lower edge), and what lies beside them. */
export type CraftedPdf = {
  pages: readonly (readonly [x: number, y: number, text: string][])[]
  title?: string
  bookmark?: string
  remark?: string
  within?: { name: string; text: string }
  picture?: boolean
}

/** For tests and trials only: a PDF of Chinese words in a font that it only names, as older printers of PDF write it. */
export function craftedPdf({ pages, title, bookmark, remark, within, picture }: CraftedPdf): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const stream = (data: string, head = '') => `<< ${head} /Length ${data.length} >>\nstream\n${data}\nendstream`
  const fontAt = 4
  add('catalog')
  add('pages')
  add(`<< ${title ? `/Title ${text(title)}` : ''} >>`)
  add('<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>')
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 6 0 R >>',
  )
  add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  )
  const pixel = picture
    ? add(stream('\0', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8'))
    : 0
  const kids = pages.map((words, i) => {
    const drawn = words.map(([x, y, said]) => `BT /F1 16 Tf 1 0 0 1 ${x} ${y} Tm <${ucs2(said)}> Tj ET`).join('\n')
    const content = add(stream(pixel ? `${drawn}\n/P0 Do` : drawn))
    const note =
      remark && i === 0 ? add(`<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ${text(remark)} >>`) : 0
    const resources = `<< /Font << /F1 ${fontAt} 0 R >> ${pixel ? `/XObject << /P0 ${pixel} 0 R >>` : ''} >>`
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${content} 0 R ${note ? `/Annots [${note} 0 R]` : ''} >>`,
    )
  })
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`
  let catalog = '/Type /Catalog /Pages 2 0 R'
  if (bookmark) {
    const one = add(`<< /Title ${text(bookmark)} /Parent ${objects.length + 2} 0 R >>`)
    catalog += ` /Outlines ${add(`<< /First ${one} 0 R /Last ${one} 0 R /Count 1 >>`)} 0 R`
  }
  if (within) {
    const file = add(stream(Buffer.from(within.text).toString('latin1'), '/Type /EmbeddedFile'))
    const named = add(`<< /Type /Filespec /F ${text(within.name)} /UF ${text(within.name)} /EF << /F ${file} 0 R >> >>`)
    catalog += ` /Names << /EmbeddedFiles << /Names [${text(within.name)} ${named} 0 R] >> >>`
  }
  objects[0] = `<< ${catalog} >>`
  return written(objects)
}

function written(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.5\n'
  const places = objects.map((body, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file + table + end, 'latin1'))
}

const ucs2 = (said: string) => Buffer.from(said, 'utf16le').swap16().toString('hex')
const text = (said: string) => `<feff${ucs2(said)}>`
