'use client'
import { useEffect, useState } from 'react'
import { CommissionChoice, type CommissionChoices } from '@/components/commissions/commission-choice'
import { Actions } from '@/components/ui/actions'
import { Button } from '@/components/ui/button'
import { Fields } from '@/components/ui/fields'
import { typedValue } from '@/components/ui/form/action-form'
import { Faults } from '@/components/ui/form/faults'
import { FoundNote } from '@/components/ui/form/kept-form'
import { Link } from '@/components/ui/link'
import { Note } from '@/components/ui/note'
import { dayOfInstant, shortDateTime } from '@/lib/domain/time/quarter'
import { AttachmentField } from './attachment-field'
import { ItemQuestions } from './item-fields'
import { type ItemFormProps, useItemForm } from './use-item-form'

/** 报送信息: one column, two verbs, and a bar at the bottom that stays in reach and says what is safe. */
export function ItemForm(props: ItemFormProps & { today: string; commissions: CommissionChoices }) {
  const form = useItemForm(props)
  const calm = useCalm(form.typed)
  const { onChange, ...attributes } = form.attributes
  return (
    <form
      {...attributes}
      noValidate
      onChange={() => {
        onChange()
        form.files.changed()
      }}
      aria-label="报送信息"
    >
      <input type="hidden" name="id" value={props.draft.id} />
      <input type="hidden" name="version" value={form.base.version} />
      <input type="hidden" name="key" value={form.formKey} />
      <Faults result={form.result} />
      {form.result.status === 'fault' && form.result.code === 'conflict' && (
        <Note tone="late" className="mb-6">
          您填写的内容也保留在本机。<Link href={`/items/${props.draft.id}`}>重新打开这条信息</Link>
          ，可看到最新内容，并把本机保留的内容恢复上去。
        </Note>
      )}
      <FoundNote {...form} />
      <Fields>
        <CommissionChoice
          choices={{
            ...props.commissions,
            chosen: typedValue(form.result, 'commission', props.commissions.chosen),
          }}
          fault={form.fault('commission')}
        />
        <ItemQuestions
          form={form}
          calm={calm}
          today={props.today}
          attachments={
            <AttachmentField
              itemId={props.draft.id}
              attached={form.files.attached}
              chosen={form.files.chosen}
              removed={form.removed}
              again={form.again}
              fault={form.fault('attachments')}
            />
          }
        />
        <Actions stay says={statusOf(form)}>
          <Button type="submit" name="verb" value="save" working={form.pending !== null && '存草稿'}>
            存草稿
          </Button>
          <Button type="submit" name="verb" value="submit" kind="primary" working={form.pending !== null && '报送'}>
            报送
          </Button>
        </Actions>
      </Fields>
    </form>
  )
}

function statusOf({ pending, result, dirty, savedAt }: ReturnType<typeof useItemForm>): string {
  if (pending) return pending === 'save' ? '正在保存…' : '正在提交…'
  if (result.status === 'done' && !result.data) return result.message
  if (dirty) return '有改动未保存'
  return savedAt === null ? '尚未填写' : `已保存 ${timeInWords(savedAt)}`
}

/** "14:05" today, "10月12日 14:05" before. */
function timeInWords(at: number): string {
  return dayOfInstant(at) === dayOfInstant(Date.now()) ? shortDateTime(at).slice(-5) : shortDateTime(at)
}

/** A value once it has stopped changing. */
function useCalm<T extends Readonly<Record<string, string>>>(value: T): T {
  const [calm, setCalm] = useState(value)
  const latest = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setCalm(JSON.parse(latest)), 400)
    return () => clearTimeout(timer)
  }, [latest])
  return calm
}
