type Use = (...given: unknown[]) => unknown
type Given<Work> = Work extends (...given: infer Values) => unknown ? Values : never
type Made<Work> = Work extends (...given: never[]) => infer Value ? Awaited<Value> : never

/** A function of a file that is loaded once it is asked for: who builds a workbook needs no parser of Word. */
const from =
  <File, Name extends keyof File>(load: () => Promise<File>, name: Name) =>
  async (...given: Given<File[Name]>) =>
    (await ((await load())[name] as Use)(...given)) as Made<File[Name]>

/** All that is done to files, by the name under which a process is asked for it. Given and given back: plain data. */
export const JOBS = {
  attachmentsIn: from(() => import('../attachments/attachments'), 'attachmentsIn'),
  tablesIn: from(() => import('../base/tables'), 'tablesIn'),
  listsIn: from(() => import('../base/lines'), 'listsIn'),
  checkFiles: from(() => import('../base/check'), 'checkFiles'),
  compareFile: from(() => import('../base/check'), 'compareFile'),
  docxOf: from(() => import('../notices/docx'), 'docxOf'),
  editionDocx: from(() => import('../editions/docx'), 'editionDocx'),
  rankingXlsx: from(() => import('../figures/ranking-xlsx'), 'rankingXlsx'),
  pdfOf: from(() => import('../notices/pdf'), 'pdfOf'),
}

export type Jobs = typeof JOBS
