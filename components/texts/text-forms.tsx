'use client'
import { GradeFields } from '@/components/desk/grade-fields'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { Anew } from '@/components/ui/form/anew'
import { DoneNote } from '@/components/ui/form/done'
import type { KindRow } from '@/lib/domain/adoptions/kinds'
import type { FormAction } from '@/lib/domain/base/result'

type GradeProps = {
  action: FormAction
  formKey: string
  id: string
  /** The units among whom the adoption is shared. */
  units: readonly string[]
  kinds: readonly KindRow[]
  today: string
  firstDay: string
  blocked: string | null
}

/** 登记采用 of an edited text, saying whose adoption it is. */
export function GradeTextForm({ action, formKey, id, units, kinds, today, firstDay, blocked }: GradeProps) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <Anew result={result} />
          <DoneNote result={result} />
          {blocked !== null ? (
            <p className="text-sm text-second">{blocked}</p>
          ) : (
            <>
              <p className="mb-4 text-second">
                {units.length > 1
                  ? `由 ${units.length} 个单位共享：${units.join('、')}。各单位各登记一项，得分按计分办法计算。`
                  : `登记为${units[0] ?? ''}的采用。`}
              </p>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="sharers" value={units.length} />
              <Fields small>
                <GradeFields result={result} kinds={kinds} today={today} firstDay={firstDay} />
                <div>
                  <SendButton>登记采用</SendButton>
                </div>
              </Fields>
            </>
          )}
        </>
      )}
    </ActionForm>
  )
}

/** 放弃, or 恢复 of what was given up. */
export function DropTextForm({
  action,
  formKey,
  id,
  dropped,
  blocked,
}: {
  action: FormAction
  formKey: string
  id: string
  dropped: boolean
  blocked: string | null
}) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <input type="hidden" name="id" value={id} />
          {dropped ? (
            <SendButton verb="restore" kind="plain">
              恢复编辑稿
            </SendButton>
          ) : blocked !== null ? (
            <p className="text-sm text-second">{blocked}</p>
          ) : (
            <>
              <p className="mb-2 text-sm text-second">放弃后不再列入可编入刊物的编辑稿，各版内容保留，可以恢复。</p>
              <SendButton verb="drop" kind="warning">
                放弃编辑稿
              </SendButton>
            </>
          )}
        </>
      )}
    </ActionForm>
  )
}
