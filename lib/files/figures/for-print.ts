import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature } from 'write-excel-file/node'

/**
 * How the sheets of a workbook print: as wide as the page, their first `headRows[sheet]` rows on each. The library has no
 * words for it, and lets its XML be changed.
 */
export function forPrint(headRows: readonly number[]): Feature<Stream | Buffer | Blob> {
  const names = (sheets: readonly { sheet?: string }[]) =>
    headRows
      .map((rows, at) =>
        rows === 0
          ? ''
          : `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${sheets[at]?.sheet}'!$1:$${rows}</definedName>`,
      )
      .join('')
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            xml
              .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(/<pageSetup /, '<pageSetup fitToHeight="0" '),
        },
        'xl/workbook.xml': {
          transform: (xml, sheets) =>
            xml.replace('</sheets>', `</sheets><definedNames>${names(sheets)}</definedNames>`),
        },
      },
    },
  }
}
