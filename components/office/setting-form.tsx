'use client'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
import { Fields } from '@/components/ui/fields'
import { ActionForm, SendButton } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import type { FormAction } from '@/lib/domain/base/result'
import type { SettingName, Settings } from '@/lib/domain/office/settings'

type Asked<Name extends SettingName> = {
  name: Name
  /** What holds now. */
  value: Settings[Name]
  /** Each answer in words, in the order in which they stand. */
  words: Readonly<Record<Settings[Name], string>>
}

type Props<Name extends SettingName> = Asked<Name> & {
  action: FormAction
  formKey: string
  label: string
  help: string
  send: string
}

/** A setting of the office that is one answer of a few. */
export function SettingForm<Name extends SettingName>({ action, formKey, label, help, send, ...asked }: Props<Name>) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <Fields small>
            <Choices name="value" label={label} help={help}>
              <SettingAnswers {...asked} />
            </Choices>
            <Actions>
              <SendButton kind="plain">{send}</SendButton>
            </Actions>
          </Fields>
        </>
      )}
    </ActionForm>
  )
}

/** The answers to a setting, for a form that asks for it in its own way. */
export function SettingAnswers<Name extends SettingName>({
  name,
  value,
  words,
  small = false,
}: Asked<Name> & { small?: boolean }) {
  return (
    <>
      <input type="hidden" name="name" value={name} />
      {(Object.keys(words) as Settings[Name][]).map((one) => (
        <Choice
          key={one}
          small={small}
          type="radio"
          name="value"
          value={one}
          label={words[one]}
          defaultChecked={one === value}
        />
      ))}
    </>
  )
}
