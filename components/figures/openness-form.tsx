'use client'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { Sheet } from '@/components/ui/sheet'
import type { FormAction } from '@/lib/domain/base/result'
import type { Settings } from '@/lib/domain/office/settings'

type Open = Settings['ranking.open']
type Props = { action: FormAction; formKey: string; open: Open }

const CHOICES: Record<Open, string> = { signed_in: '仅登录人员', network: '内网来访者也可查看' }

/** 公开范围: who may read the ranking. Visitors see figures, never a title or a text. */
export function OpennessForm({ action, formKey, open }: Props) {
  return (
    <Sheet className="mt-6 text-base print:hidden">
      <ActionForm action={action} formKey={formKey}>
        {(result) => (
          <>
            <DoneNote result={result} />
            <input type="hidden" name="name" value="ranking.open" />
            <Fields small>
              <Choices
                name="value"
                label="公开范围"
                help="来访者只看到统计数字和名次，看不到信息的标题和正文。改动记入审计日志。"
              >
                {(Object.keys(CHOICES) as Open[]).map((value) => (
                  <Choice
                    key={value}
                    type="radio"
                    name="value"
                    value={value}
                    label={CHOICES[value]}
                    defaultChecked={value === open}
                  />
                ))}
              </Choices>
              <Actions>
                <SendButton kind="plain">保存公开范围</SendButton>
              </Actions>
            </Fields>
          </>
        )}
      </ActionForm>
    </Sheet>
  )
}
