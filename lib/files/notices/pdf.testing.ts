import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type PdfWord, pdfIn } from '../base/read-pdf'

export type Word = PdfWord
export type PaintedBar = { color: string; left: number; top: number; width: number; height: number }
export type ReadPage = { width: number; height: number; words: Word[]; bars: PaintedBar[] }

const MM = 25.4 / 72

/** What stands where on the pages of a PDF: its words, and its filled bars (rules and borders). */
export async function readPdf(bytes: Uint8Array): Promise<ReadPage[]> {
  const { pages: read } = await pdfIn(bytes)
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  const pages: ReadPage[] = []
  for (const [i, { width, height, words }] of read.entries()) {
    const page = await document.getPage(i + 1)
    pages.push({ width, height, words, bars: barsOf(await page.getOperatorList(), height / MM) })
  }
  await task.destroy()
  return pages
}

type Matrix = [number, number, number, number, number, number]

function barsOf({ fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] }, height: number): PaintedBar[] {
  const bars: PaintedBar[] = []
  const kept: { matrix: Matrix; color: string }[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let color = ''
  let box: number[] = []
  for (const [index, fn] of fnArray.entries()) {
    const args = (argsArray[index] ?? []) as number[]
    if (fn === OPS.save) kept.push({ matrix, color })
    else if (fn === OPS.restore) ({ matrix, color } = kept.pop() ?? { matrix, color })
    else if (fn === OPS.transform) matrix = times(matrix, args as Matrix)
    else if (fn === OPS.setFillRGBColor) color = Object.values(args).join()
    else if (fn === OPS.constructPath) box = (argsArray[index] as [unknown, unknown, number[]])[2]
    else if (fn === OPS.fill || fn === OPS.eoFill) {
      const [a, b] = [at(matrix, box[0] ?? 0, box[1] ?? 0), at(matrix, box[2] ?? 0, box[3] ?? 0)]
      bars.push({
        color,
        left: Math.min(a.x, b.x) * MM,
        top: (height - Math.max(a.y, b.y)) * MM,
        width: Math.abs(a.x - b.x) * MM,
        height: Math.abs(a.y - b.y) * MM,
      })
    }
  }
  return bars
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function at([a, b, c, d, e, f]: Matrix, x: number, y: number) {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}
