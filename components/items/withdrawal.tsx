'use client'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/domain/base/result'

type Props = { id: string; version: number; blocked?: string; action: FormAction; formKey: string }

/** 撤回, with what follows from it; where it can't be done, why. */
export function Withdrawal({ id, version, blocked, action, formKey }: Props) {
  return (
    <Section title="修改与撤回" id="withdrawal" className="print:hidden">
      {blocked === undefined ? (
        <>
          <p className="mb-4">
            报送后不能直接修改。撤回后不再计数，可以修改；再次报送时，按再次报送的时间计入当季。只需小的改动时，可请区政府办公室退回，退回后再次报送仍按首次报送的时间计数。
          </p>
          <ActionForm action={action} formKey={formKey}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={version} />
            <SendButton kind="warning">撤回</SendButton>
          </ActionForm>
        </>
      ) : (
        <p>{blocked}</p>
      )}
    </Section>
  )
}
