'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { valuesOf } from '@/components/ui/form/kept-values'
import { useKeptForm } from '@/components/ui/form/use-kept-form'
import type { Attachment } from '@/lib/domain/attachments/attachment'
import { removedIn } from '@/lib/domain/attachments/removal'
import type { FormAction } from '@/lib/domain/base/result'
import { QUESTIONS } from './typed'
import { useAttachments } from './use-attachments'

export type SavedItem = { version: number; at: number; attachments: readonly Attachment[] }
/** The stored item that the form was opened on; version 0 and no savedAt when there is none yet. */
export type Draft = {
  id: string
  version: number
  savedAt: number | null
  values: Readonly<Record<string, string | null>>
  attachments: readonly Attachment[]
}
export type ItemFormProps = {
  userId: string
  draft: Draft
  formKey: string
  send: FormAction<SavedItem>
}

/** The form of an item: a kept form with two verbs, and files beside what is typed. */
export function useItemForm({ userId, draft, formKey, send }: ItemFormProps) {
  const router = useRouter()
  const [savedAt, setSavedAt] = useState(draft.savedAt)
  const form = useKeptForm({
    userId,
    subject: `item:${draft.id}`,
    action: send,
    formKey,
    schema: async (verb) => {
      const { saveSchema, submitSchema } = await import('@/lib/schemas/items')
      return verb === 'submit' ? submitSchema : saveSchema
    },
    stored: valuesOf(QUESTIONS, draft.values),
    version: draft.version,
    others: () => files.faults(),
    onDone: ({ data, to }) => {
      if (!data) return router.push(to ?? '/items')
      files.saved(data.attachments)
      setSavedAt(data.at)
      // The same open form goes on under the item's own address; a navigation would draw it anew under the writer's hands.
      if (to) history.replaceState(null, '', to)
    },
    outOfReach: OUT_OF_REACH,
  })
  const files = useAttachments(form.element, draft.attachments)
  return {
    ...form,
    savedAt,
    files,
    dirty: form.dirty || files.dirty,
    /** Before scripts: the boxes that were ticked, and whether files must be chosen again. */
    removed: form.returned ? removedIn(form.returned) : [],
    again: form.returned !== null,
  }
}

const OUT_OF_REACH =
  '没有连上服务器，不能确定内容是否已提交。内容仍保留在本页和本机：请检查网络后再按一次，不会重复计数；如仍不成功，请刷新页面。'
