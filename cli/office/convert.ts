import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What LibreOffice makes of a .docx, as PDF: of the very file, or of what Word would read in it. */
export async function officePdf(
  soffice: string,
  docx: Uint8Array,
  how: 'as handed out' | 'as Word reads',
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'yanxin-office-'))
  try {
    await writeFile(join(folder, 'fonts.conf'), fontsConf(folder))
    await writeFile(join(folder, 'notice.docx'), docx)
    const convert = (to: string, file: string) =>
      run(
        soffice,
        [
          `-env:UserInstallation=${pathToFileURL(folder).href}/profile`,
          '--headless',
          '--convert-to',
          to,
          '--outdir',
          folder,
          file,
        ],
        { env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') }, timeout: 120_000 },
      )
    if (how === 'as handed out') await convert('pdf', join(folder, 'notice.docx'))
    else {
      await convert('fodt', join(folder, 'notice.docx'))
      const flat = join(folder, 'notice.fodt')
      await writeFile(flat, asWordReads(await readFile(flat, 'utf8')))
      await convert('pdf', flat)
    }
    return await readFile(join(folder, 'notice.pdf'))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/**
 * LibreOffice 7 passes over w:autoSpaceDE and reads w:overflowPunct upside down (writerfilter, DomainMapper.cxx). The
 * document says both as Word and WPS understand them, so they are put right in the copy.
 */
function asWordReads(fodt: string): string {
  return fodt
    .replaceAll('style:text-autospace="ideograph-alpha"', 'style:text-autospace="none"')
    .replaceAll('style:punctuation-wrap="hanging"', 'style:punctuation-wrap="simple"')
}

/** Where the fonts of official documents are missing, one stands in whose digits are half as wide as its characters. */
function fontsConf(folder: string): string {
  const aliases = ['仿宋_GB2312', '楷体_GB2312', '黑体', '宋体', '方正小标宋简体'].map(
    (family) =>
      `<alias binding="same"><family>${family}</family><accept><family>Noto Sans Mono CJK SC</family></accept></alias>`,
  )
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><cachedir>${folder}/fonts</cachedir>${aliases.join('')}</fontconfig>`
}
