'use client'
import { Actions } from '@/components/ui/actions'
import { Fields } from '@/components/ui/fields'
import { SendButton } from '@/components/ui/form/action-form'
import { KeptForm } from '@/components/ui/form/kept-form'
import { Input } from '@/components/ui/input'
import type { FormAction } from '@/lib/domain/base/result'
import { HOUSE_FIELDS, type House, type HouseField } from '@/lib/domain/notices/house'

type Props = { userId: string; action: FormAction; formKey: string; house: House }

/** 通报格式: how the office's notices are headed, named and closed. */
export function HouseForm({ house, ...props }: Props) {
  return (
    <KeptForm
      {...props}
      subject="notice_house"
      schema={async () => (await import('@/lib/schemas/notices')).houseSchema}
      stored={house}
    >
      {(form) => (
        <Fields>
          {(Object.keys(HOUSE_FIELDS) as HouseField[]).map((field) => {
            const { label, help } = HOUSE_FIELDS[field]
            return <Input key={field} {...form.field(field)} label={label} help={help} type="text" />
          })}
          <Actions>
            <SendButton>保存通报格式</SendButton>
          </Actions>
        </Fields>
      )}
    </KeptForm>
  )
}
