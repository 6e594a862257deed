'use client'
import { Disclosure } from '@/components/ui/disclosure'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { TextAreaField } from '@/components/ui/form/inputs'
import type { FormAction } from '@/lib/domain/base/result'

type Props = {
  action: FormAction
  formKey: string
  id: string
  version: number
  /** Who shares the item now. */
  units: readonly string[]
  blocked?: string
}

/** 合报: which units share the item with the one that sent it. */
export function JointForm({ action, formKey, id, version, units, blocked }: Props) {
  return (
    <>
      {units.length > 0 && <p className="mb-2">{units.join('、')}</p>}
      <ActionForm action={action} formKey={formKey}>
        {(result) => (
          <>
            <DoneNote result={result} />
            {blocked ? (
              <p className="text-sm text-second">{blocked}</p>
            ) : (
              <Disclosure summary="填写合报单位" open={result.status === 'fault'}>
                <input type="hidden" name="id" value={id} />
                <input type="hidden" name="version" value={version} />
                <Fields small>
                  <TextAreaField
                    result={result}
                    name="units"
                    label="合报单位"
                    help="除报送单位外的各单位，用顿号隔开；清空为不合报。以后登记的采用由各单位共享。"
                    rows={2}
                    otherwise={units.join('、')}
                  />
                  <div>
                    <SendButton kind="plain">保存合报单位</SendButton>
                  </div>
                </Fields>
              </Disclosure>
            )}
          </>
        )}
      </ActionForm>
    </>
  )
}
