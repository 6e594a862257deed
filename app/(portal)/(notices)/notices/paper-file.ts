import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { memory } from '@/lib/domain/base/memory'

const sheets = memory<Promise<string>>('style of the notice', { most: 1 })

/** The pages of a notice as an HTML document that needs nothing else: what pdfOf prints. `title` is escaped here. */
export async function paperHtml(title: string, pages: string): Promise<string> {
  // The server runs in the project's folder, built or not (cli/start), so the style sheet of the page is at hand.
  const css = sheets.once('css', () => readFile(join(process.cwd(), 'components/notices/notice.css'), 'utf8'))
  const style = (await css).replace('@layer components {', '@media all {')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escaped(title)}</title><style>body{margin:0}${style}</style>${pages}`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
