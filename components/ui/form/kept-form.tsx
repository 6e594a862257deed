'use client'
import type { ReactNode } from 'react'
import { Actions } from '@/components/ui/actions'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { Sending } from './action-form'
import { DoneNote } from './done'
import { Faults } from './faults'
import { type KeptFormOptions, useKeptForm } from './use-kept-form'

export type KeptFormLife<N extends string, T = unknown> = ReturnType<typeof useKeptForm<N, T>>

type Props<N extends string, T> = KeptFormOptions<N, T> & {
  /** The questions and the button. */
  children: (form: KeptFormLife<N, T>) => ReactNode
  className?: string
}

/** A form around one verb that people write sentences in. */
export function KeptForm<N extends string, T = unknown>({ children, className, ...options }: Props<N, T>) {
  const form = useKeptForm<N, T>(options)
  return (
    <form {...form.attributes} className={className}>
      <input type="hidden" name="key" value={form.formKey} />
      <Faults result={form.result} />
      <DoneNote result={form.result} />
      {options.subject !== null && <FoundNote {...form} />}
      <Sending.Provider value={form.pending !== null}>{children(form)}</Sending.Provider>
    </form>
  )
}

type FoundProps = Pick<KeptFormLife<string>, 'found' | 'restore' | 'discard'> & { verb?: '提交' | '保存' }

/** What was kept: put back by itself, or offered where something else stands in the form. */
export function FoundNote({ found, restore, discard, verb = '提交' }: FoundProps) {
  if (!found) return null
  const restored = found.as === 'restored'
  return (
    <Note role="status" className="mb-4">
      <p>
        {restored
          ? `已恢复本机上未${verb}的内容。`
          : `本机上另存有未${verb}的内容，是在当前内容之前写的；恢复后将替换下面显示的内容，保存后才生效。`}
      </p>
      <Actions className="mt-2">
        {!restored && (
          <Button small onClick={restore}>
            恢复
          </Button>
        )}
        <Button small onClick={discard}>
          {restored ? '放弃恢复' : '删除本机内容'}
        </Button>
      </Actions>
    </Note>
  )
}
