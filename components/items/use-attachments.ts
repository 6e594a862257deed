'use client'
import { type RefObject, useRef, useState } from 'react'
import { type Attachment, attachmentFault, baseName, togetherFault } from '@/lib/domain/attachments/attachment'
import { removedIn } from '@/lib/domain/attachments/removal'
import type { ChosenFile } from './attachment-field'

/** The files of the form: those attached, those chosen and not yet saved, and what is wrong with them. */
export function useAttachments(element: RefObject<HTMLFormElement | null>, stored: readonly Attachment[]) {
  const [attached, setAttached] = useState(stored)
  const [chosen, setChosen] = useState<readonly ChosenFile[]>([])
  const [removing, setRemoving] = useState(false)
  const sent = useRef<readonly ChosenFile[]>([])

  const inForm = () => {
    const form = element.current
    if (!form) return { files: [], removed: [] }
    const files = [...(inputOf(form)?.files ?? [])].map(({ name, size }) => ({ name: baseName(name), size }))
    return { files, removed: removedIn(Object.fromEntries(new FormData(form))) }
  }

  function changed() {
    const { files, removed } = inForm()
    setChosen(files)
    setRemoving(removed.length > 0)
  }

  /** Why what is chosen may not be sent, asked before it travels. */
  function faults(): Readonly<Record<string, string>> {
    const { files, removed } = inForm()
    sent.current = files
    const single = files.map(attachmentFault).find((one) => one !== null)
    const all = [...attached.filter(({ id }) => !removed.includes(id)), ...files]
    const fault = single ?? (files.length > 0 ? togetherFault(all) : null)
    return fault === null ? {} : { attachments: fault }
  }

  /** Once saved: what was sent is attached; what was chosen while it travelled stays chosen. */
  function saved(now: readonly Attachment[]) {
    setAttached(now)
    setRemoving(false)
    const form = element.current
    const input = form && inputOf(form)
    if (!input) return
    if (sameFiles(inForm().files, sent.current)) input.value = ''
    setChosen(inForm().files)
  }

  return { attached, chosen, dirty: chosen.length > 0 || removing, changed, faults, saved }
}

function inputOf(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector('input[type=file]')
}

function sameFiles(a: readonly ChosenFile[], b: readonly ChosenFile[]): boolean {
  return a.length === b.length && a.every(({ name, size }, i) => b[i]?.name === name && b[i]?.size === size)
}
