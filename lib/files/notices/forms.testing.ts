import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { paperTables } from '@/lib/domain/checking/trial/papers.testing'
import type { NamedBytes } from '../base/tables'
import { pdfOf } from './pdf'

/** For tests only: the files in which a notice is handed in, made of its lines. */
export const FORMS: Readonly<
  Record<'text' | 'docx' | 'csv' | 'pdf', (lines: readonly string[]) => Promise<NamedBytes[]>>
> = {
  text: async (lines) => [{ name: '通报.txt', bytes: bytesOf(lines.join('\n')) }],
  docx: async (lines) => [{ name: '通报.docx', bytes: await wordOf(lines) }],
  csv: async (lines) => {
    const tables = paperTables(lines)
    const from = lines.findIndex((line) => /^附件1$/.test(line))
    return [
      { name: '正文.txt', bytes: bytesOf(lines.slice(0, from).join('\n')) },
      ...tables.map(({ title }, i) => {
        const end = tables[i + 1]?.title ?? lines.length
        const own = lines.slice(title, end).filter((line) => line !== '' && !/^附件\d|印发$/.test(line))
        return {
          name: `表${i + 1}.csv`,
          bytes: bytesOf(own.map((line) => line.split('\t').map(quoted).join(',')).join('\n')),
        }
      }),
    ]
  },
  pdf: async (lines) => [{ name: '通报.pdf', bytes: await pdfOf(htmlOf(lines)) }],
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const quoted = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Rows of cells one after another, and what stands between them. */
function pieces(lines: readonly string[]): (string | string[][])[] {
  const all: (string | string[][])[] = []
  for (const line of lines) {
    const last = all.at(-1)
    if (!line.includes('\t')) all.push(line)
    else if (Array.isArray(last)) last.push(line.split('\t'))
    else all.push([line.split('\t')])
  }
  return all
}

async function wordOf(lines: readonly string[]): Promise<Uint8Array> {
  const children = pieces(lines).map((piece) => {
    if (typeof piece === 'string') return new Paragraph(piece)
    const rows = piece.map((cells) => {
      return new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) })
    })
    return new Table({ rows })
  })
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

const escaped = (text: string) => text.replace(/[&<]/g, (letter) => (letter === '&' ? '&amp;' : '&lt;'))

function htmlOf(lines: readonly string[]): string {
  const body = pieces(lines).map((piece) => {
    if (typeof piece === 'string') return `<p>${escaped(piece) || '&nbsp;'}</p>`
    const [head = [], ...rows] = piece
    const row = (cells: readonly string[], tag: string) =>
      `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
    return `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`
  })
  const style = `@page{size:A4;margin:37mm 26mm 35mm 28mm}body{margin:0;font:16pt/29pt serif}p{margin:0;text-align:justify}
    table{width:100%;border-collapse:collapse;font-size:11pt;line-height:1.4}th,td{border:1px solid;padding:1mm;text-align:center}`
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>通报</title><style>${style}</style>${body.join('\n')}</html>`
}
