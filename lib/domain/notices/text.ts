import { DRAFT_MARK, type Notice, type NoticeTable } from './document'

/** 发文机关标志: "雁江区人民政府办公室文件". */
export function markOf({ mark, signature }: Notice): string {
  return mark ?? `${signature}文件`
}

/** 版记 and the code of the digest: the last lines of a notice; without its number the code is not there yet. */
export function footOf({ imprint: { copies, office, date }, code }: Notice): string[] {
  return [
    ...(copies ? [`抄送：${copies}`] : []),
    `${office}　　${date}印发`,
    ...(code ? [`校验码：${code}（在雁信“通报查验”页输入，可核对真伪）`] : []),
  ]
}

/** The notice as plain text: paragraphs indented by two characters, table cells parted by tabs. Ends without a newline. */
export function noticeText(notice: Notice): string {
  return [
    ...(notice.unissued ? [DRAFT_MARK, ''] : []),
    markOf(notice),
    notice.number,
    '',
    notice.title,
    '',
    notice.addressees,
    ...notice.blocks.map(({ runs }) => `　　${runs.map(({ text }) => text).join('')}`),
    '',
    ...notice.attachmentList.map((line, index) => `${index ? '　　　' : '附件：'}${line}`),
    '',
    notice.signature,
    notice.date,
    ...notice.attachments.flatMap(({ label, tables }) => ['', label, ...tables.flatMap(tableLines)]),
    '',
    ...footOf(notice),
  ].join('\n')
}

function tableLines({ title, head, rows, legend }: NoticeTable): string[] {
  return ['', title, head.join('\t'), ...rows.map(({ cells }) => cells.join('\t')), legend]
}
