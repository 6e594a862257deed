import { type Attachment, attachmentAddress, sizeInWords } from '@/lib/domain/attachments/attachment'

/** 附件: name, size and the way to each; what to look at twice is said beside it. */
export function AttachmentList({ itemId, attachments }: { itemId: string; attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null
  return (
    <section aria-label="附件" className="attachments">
      <h2>附件</h2>
      <ul>
        {attachments.map((one) => (
          <li key={one.id}>
            <AttachmentLink itemId={itemId} attachment={one} />
            <AttachmentWarning warnings={one.warnings} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function AttachmentLink({ itemId, attachment: { id, name, size } }: { itemId: string; attachment: Attachment }) {
  return (
    <>
      <a href={attachmentAddress(itemId, id)} download className="wrap-anywhere">
        {name}
      </a>
      <small>{sizeInWords(size)}</small>
    </>
  )
}

export function AttachmentWarning({ warnings }: Pick<Attachment, 'warnings'>) {
  if (warnings.length === 0) return null
  return <p className="note note-late">出现{warnings.map((word) => `“${word}”`).join('、')}字样，请确认不涉密。</p>
}
