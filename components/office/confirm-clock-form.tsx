'use client'
import { Fields } from '@/components/ui/fields'
import { SendButton } from '@/components/ui/form/action-form'
import { KeptForm } from '@/components/ui/form/kept-form'
import { TextArea } from '@/components/ui/text-area'
import type { FormAction } from '@/lib/domain/base/result'

type Props = { userId: string; action: FormAction; formKey: string; drift: number }

/** 确认时间: with what it was compared with. */
export function ConfirmClockForm({ drift, ...props }: Props) {
  return (
    <KeptForm
      {...props}
      subject="clock.confirm"
      schema={async () => (await import('@/lib/schemas/office')).confirmClockSchema}
      stored={{ reason: '' }}
      clears
    >
      {(form) => (
        <Fields small>
          <input type="hidden" name="drift" value={drift} />
          <TextArea
            {...form.field('reason')}
            label="核对依据"
            help="例如：与国家授时中心网站核对一致。写入各条信息的办理过程，报送单位可见；审计日志只记摘要。"
            rows={2}
          />
          <div>
            <SendButton>确认服务器时间正确</SendButton>
          </div>
        </Fields>
      )}
    </KeptForm>
  )
}
