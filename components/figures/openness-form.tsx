'use client'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import type { FormAction } from '@/lib/domain/base/result'
import type { Settings } from '@/lib/domain/office/settings'

type Open = Settings['ranking.open']
type Props = { action: FormAction; formKey: string; open: Open }

const CHOICES: Record<Open, string> = { signed_in: '仅登录人员', network: '内网来访者也可查看' }

/** 公开范围: who may read the ranking. Visitors see figures, never a title or a text. */
export function OpennessForm({ action, formKey, open }: Props) {
  return (
    <ActionForm action={action} formKey={formKey} className="sheet openness no-print">
      {(result) => (
        <>
          <DoneNote result={result} />
          <fieldset>
            <legend>公开范围</legend>
            <p className="field-help">来访者只看到统计数字和名次，看不到信息的标题和正文。改动记入审计日志。</p>
            {(Object.keys(CHOICES) as Open[]).map((value) => (
              <label key={value} className="choice">
                <input type="radio" name="open" value={value} defaultChecked={value === open} />
                {CHOICES[value]}
              </label>
            ))}
          </fieldset>
          <SendButton kind="plain">保存公开范围</SendButton>
        </>
      )}
    </ActionForm>
  )
}
