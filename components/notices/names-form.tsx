'use client'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import type { FormAction } from '@/lib/domain/base/result'

type List = { token: string; units: readonly { unitId: string; unit: string }[]; chosen: readonly string[] }
type Props = { action: FormAction; formKey: string; draft: { id: string; version: number }; list: List }

/** Who is named in one list of the text; nobody ticked means the first three. */
export function NamesForm({ action, formKey, draft, list: { token, units, chosen } }: Props) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <input type="hidden" name="id" value={draft.id} />
          <input type="hidden" name="version" value={draft.version} />
          <input type="hidden" name="list" value={token} />
          <fieldset className="names">
            <legend>点名的单位（都不选时列前三个）</legend>
            {units.map(({ unitId, unit }) => (
              <label key={unitId}>
                <input type="checkbox" name={`unit-${unitId}`} value="yes" defaultChecked={chosen.includes(unitId)} />{' '}
                {unit}
              </label>
            ))}
          </fieldset>
          <SendButton kind="plain" small>
            保存点名
          </SendButton>
        </>
      )}
    </ActionForm>
  )
}
