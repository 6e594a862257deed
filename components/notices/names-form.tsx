'use client'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
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
          <Choices name="names" of={token} label="点名的单位（都不选时列前三个）" columns="many">
            {units.map(({ unitId, unit }) => (
              <Choice
                key={unitId}
                type="checkbox"
                small
                name={`unit-${unitId}`}
                value="yes"
                defaultChecked={chosen.includes(unitId)}
                label={unit}
              />
            ))}
          </Choices>
          <Actions className="mt-2">
            <SendButton kind="plain" small>
              保存点名
            </SendButton>
          </Actions>
        </>
      )}
    </ActionForm>
  )
}
