'use client'
import { useEffect, useState } from 'react'
import { CommissionChoice, type CommissionChoices } from '@/components/commissions/commission-choice'
import { faultOf as faultIn, typedValue } from '@/components/ui/form/action-form'
import { Faults } from '@/components/ui/form/faults'
import { dayOfInstant, shortDateTime } from '@/lib/domain/time/quarter'
import { AttachmentField } from './attachment-field'
import { ItemQuestions } from './item-fields'
import { type ItemFormProps, useItemForm } from './use-item-form'

/** 报送信息: one column, two verbs, and a bar at the bottom that stays in reach and says what is safe. */
export function ItemForm(props: ItemFormProps & { today: string; commissions: CommissionChoices }) {
  const form = useItemForm(props)
  const { register, formState } = form.form
  const calm = useCalm(form.typed)
  const faultOf = (name: keyof typeof form.typed) => formState.errors[name]?.message
  return (
    <form
      id={form.formId}
      ref={form.element}
      action={form.post}
      noValidate
      onSubmit={form.press}
      onChange={form.changed}
      aria-label="报送信息"
    >
      <input type="hidden" name="id" value={props.draft.id} />
      <input type="hidden" name="version" value={form.base.version} />
      <input type="hidden" name="key" value={form.base.key} />
      <Faults result={form.result} />
      {form.result.status === 'fault' && form.result.code === 'conflict' && (
        <p className="note note-late mb-6">
          您填写的内容也保留在本机。<a href={`/items/${props.draft.id}`}>重新打开这条信息</a>
          ，可看到最新内容，并把本机保留的内容恢复上去。
        </p>
      )}
      <Recovered state={form.recovered} restore={form.restore} discard={form.discard} />
      <CommissionChoice
        choices={{
          ...props.commissions,
          chosen: typedValue(form.result, 'commission', props.commissions.chosen),
        }}
        fault={faultIn(form.result, 'commission')}
      />
      <ItemQuestions
        register={register}
        initial={form.initial}
        typed={form.typed}
        calm={calm}
        faultOf={faultOf}
        today={props.today}
        attachments={
          <AttachmentField
            itemId={props.draft.id}
            attached={form.files.attached}
            chosen={form.files.chosen}
            removed={form.removed}
            again={form.again}
            fault={faultIn(form.result, 'attachments')}
          />
        }
      />
      <div className="submit-bar no-print">
        <p role="status">{statusOf(form)}</p>
        <button type="submit" name="verb" value="save" className="button" aria-disabled={form.pending !== null}>
          存草稿
        </button>
        <button
          type="submit"
          name="verb"
          value="submit"
          className="button button-primary"
          aria-disabled={form.pending !== null}
        >
          报送
        </button>
      </div>
    </form>
  )
}

type Note = Pick<ReturnType<typeof useItemForm>, 'restore' | 'discard'> & {
  state: ReturnType<typeof useItemForm>['recovered']
}

/** What this machine had kept: put back by itself, or offered where the stored text has moved on since. */
function Recovered({ state, restore, discard }: Note) {
  if (state === null) return null
  const restored = state === 'restored'
  return (
    <div className="note mb-6" role="status">
      <p>
        {restored
          ? '已恢复本机上未提交的内容。'
          : '本机上另存有未提交的内容，是在当前内容之前写的；恢复后将替换下面显示的内容，保存后才生效。'}
      </p>
      <p className="mt-2 flex flex-wrap gap-2">
        {!restored && (
          <button type="button" className="button button-small" onClick={restore}>
            恢复
          </button>
        )}
        <button type="button" className="button button-small" onClick={discard}>
          {restored ? '放弃恢复' : '删除本机内容'}
        </button>
      </p>
    </div>
  )
}

function statusOf({ pending, result, dirty, base }: ReturnType<typeof useItemForm>): string {
  if (pending) return pending === 'save' ? '正在保存…' : '正在提交…'
  if (result.status === 'done' && !result.data) return result.message
  if (dirty) return '有改动未保存'
  return base.savedAt === null ? '尚未填写' : `已保存 ${timeInWords(base.savedAt)}`
}

/** "14:05" today, "10月12日 14:05" before. */
function timeInWords(at: number): string {
  return dayOfInstant(at) === dayOfInstant(Date.now()) ? shortDateTime(at).slice(-5) : shortDateTime(at)
}

/** A value once it has stopped changing. */
function useCalm<T>(value: T): T {
  const [calm, setCalm] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), 400)
    return () => clearTimeout(timer)
  }, [value])
  return calm
}
