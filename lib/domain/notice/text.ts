import type { Notice, NoticeTable } from './document'

/** The notice as plain text: paragraphs indented by two characters, table cells parted by tabs. Ends without a newline. */
export function noticeText(notice: Notice): string {
  return [
    notice.title,
    notice.number,
    '',
    notice.addressees,
    ...notice.blocks.map(({ runs }) => `　　${runs.map(({ text }) => text).join('')}`),
    '',
    ...notice.attachmentList.map((line, index) => `${index ? '　　　' : '附件：'}${line}`),
    '',
    notice.signature,
    notice.date,
    ...notice.attachments.flatMap(({ label, tables }) => ['', label, ...tables.flatMap(tableLines)]),
  ].join('\n')
}

function tableLines({ title, head, rows, legend }: NoticeTable): string[] {
  return ['', title, head.join('\t'), ...rows.map(({ cells }) => cells.join('\t')), legend]
}
