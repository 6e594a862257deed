'use client'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { Link } from '@/components/ui/link'
import type { FormAction } from '@/lib/domain/base/result'

type Mention = { id: string; title: string; dropped: boolean }
type Props = {
  action: FormAction
  formKey: string
  itemId: string
  own: Mention | null
  merged: readonly Mention[]
  blocked: string | null
}

/** 编辑稿 on the page of an item: the way into its own, and the 综合 that it is part of. */
export function TextMarks({ action, formKey, itemId, own, merged, blocked }: Props) {
  const standing = own !== null && !own.dropped
  return (
    <>
      {standing && (
        <p>
          已有编辑稿：<Link href={`/texts/${own.id}`}>{own.title}</Link>
        </p>
      )}
      {merged.map(({ id, title }) => (
        <p key={id}>
          已编入综合：<Link href={`/texts/${id}`}>{title}</Link>
        </p>
      ))}
      {!standing &&
        (blocked !== null ? (
          <p className="text-sm text-second">{blocked}</p>
        ) : (
          <ActionForm action={action} formKey={formKey}>
            <input type="hidden" name="id" value={itemId} />
            <SendButton kind="plain">{own ? '恢复编辑稿并编辑' : '编辑'}</SendButton>
          </ActionForm>
        ))}
    </>
  )
}
