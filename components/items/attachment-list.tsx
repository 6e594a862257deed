import { Link } from '@/components/ui/link'
import { List } from '@/components/ui/list'
import { Note } from '@/components/ui/note'
import { type Attachment, attachmentAddress, sizeInWords } from '@/lib/domain/attachments/attachment'

/** 附件: name, size and the way to each; what to look at twice is said beside it. */
export function AttachmentList({ itemId, attachments }: { itemId: string; attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null
  return (
    <section aria-label="附件" className="mt-6">
      <h2>附件</h2>
      <List>
        {attachments.map((one) => (
          <li key={one.id}>
            <AttachmentLink itemId={itemId} attachment={one} />
            <AttachmentWarning warnings={one.warnings} />
          </li>
        ))}
      </List>
    </section>
  )
}

export function AttachmentLink({ itemId, attachment: { id, name, size } }: { itemId: string; attachment: Attachment }) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-3 min-w-0 wrap-anywhere">
      <Link href={attachmentAddress(itemId, id)} download kind="quiet">
        {name}
      </Link>
      <small className="text-sm text-second">{sizeInWords(size)}</small>
    </span>
  )
}

export function AttachmentWarning({ warnings }: Pick<Attachment, 'warnings'>) {
  if (warnings.length === 0) return null
  return (
    <Note tone="late" small className="mt-2">
      出现{warnings.map((word) => `“${word}”`).join('、')}字样，请确认不涉密。
    </Note>
  )
}
