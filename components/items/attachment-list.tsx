import { Link } from '@/components/ui/link'
import { List } from '@/components/ui/list'
import { Note } from '@/components/ui/note'
import { type Attachment, attachmentAddress, sizeInWords } from '@/lib/domain/attachments/attachment'
import { unreadInWords } from '@/lib/domain/attachments/unread'

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
            <AttachmentWarning attachment={one} />
          </li>
        ))}
      </List>
    </section>
  )
}

export function AttachmentLink({ itemId, attachment }: { itemId: string; attachment: Attachment }) {
  const { id, name, size, isolated } = attachment
  if (isolated) return <span className="text-second">{name}</span>
  return (
    <span className="flex flex-wrap items-baseline gap-x-3 min-w-0 wrap-anywhere">
      <Link href={attachmentAddress(itemId, id)} download kind="quiet">
        {name}
      </Link>
      <small className="text-sm text-second">{sizeInWords(size)}</small>
    </span>
  )
}

/** What of a file a person must look at: words in it, and what nobody else can read. */
export function AttachmentWarning({ attachment: { warnings, unread } }: { attachment: Attachment }) {
  const unchecked = unreadInWords(unread)
  return (
    <>
      {warnings.length > 0 && (
        <Note tone="late" small className="mt-2">
          出现{warnings.map((word) => `“${word}”`).join('、')}字样，请确认不涉密。
        </Note>
      )}
      {unchecked && (
        <Note small className="mt-2">
          {unchecked}
        </Note>
      )}
    </>
  )
}
