'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useKeptForm } from '@/components/ui/form/use-kept-form'
import type { FormAction } from '@/lib/domain/base/result'

export type SavedText = { version: number; at: number }
/** The edited text as it is stored: the newest version. */
export type Stored = { id: string; title: string; body: string; version: number; savedBy: string; savedAt: number }
export type TextFormProps = { userId: string; stored: Stored; formKey: string; save: FormAction<SavedText> }

/**
 * The form of an edited text: a kept form that always knows the version it was begun on. Where somebody saved a later
 * one, that is shown beside it, and the next press is on that one.
 */
export function useTextForm({ userId, stored, formKey, save }: TextFormProps) {
  const router = useRouter()
  const [saved, setSaved] = useState<SavedText | null>(null)
  const form = useKeptForm({
    userId,
    subject: `text:${stored.id}`,
    action: save,
    formKey,
    schema: async () => (await import('@/lib/schemas/texts')).saveTextSchema,
    stored: { title: stored.title, body: stored.body },
    version: stored.version,
    insist: true,
    anew: true,
    onDone: ({ data }) => {
      if (data) setSaved(data)
      router.refresh()
    },
    outOfReach: OUT_OF_REACH,
  })
  const meanwhile = form.dirty && stored.version > form.base.version
  return {
    ...form,
    /** What this form itself saved last, as long as it is the newest. */
    own: saved?.version === form.base.version ? saved : null,
    /** Whether somebody saved a later version than the one that the typing was begun on. */
    meanwhile,
    version: meanwhile ? stored.version : form.base.version,
  }
}

const OUT_OF_REACH = '没有连上服务器，不能确定内容是否已保存。内容仍保留在本页和本机：请检查网络后再按一次。'
