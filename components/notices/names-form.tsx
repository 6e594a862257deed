'use client'
import { type FormEvent, useState } from 'react'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { Choices } from '@/components/ui/choices'
import { Fields } from '@/components/ui/fields'
import { ActionForm, faultOf, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { FormAction } from '@/lib/domain/base/result'
import { type Nameable, PICKS, type Pick, USUALLY_NAMED } from '@/lib/domain/notices/lists'

type List = { token: string; units: readonly Nameable[]; pick: Pick | null; usual: Pick }
type Props = { action: FormAction; formKey: string; draft: { id: string; version: number }; list: List }

const ORDERS = [
  { value: 'table', name: '按表中顺序' },
  { value: 'ticked', name: '按勾选顺序' },
]

/** Who is named in one list of the text: as usual, so many of the first or last, all, or those ticked. */
export function NamesForm({ action, formKey, draft, list: { token, units, pick, usual } }: Props) {
  const chosen = pick?.how === 'hand' ? pick.units : []
  const [sequence, setSequence] = useState<readonly string[]>(chosen)
  // The form posts its boxes in the order of the table; in which order they were ticked only the page has seen.
  const follow = ({ target }: FormEvent) => {
    if (!(target instanceof HTMLInputElement) || !target.name.startsWith(BOX)) return
    const unitId = target.name.slice(BOX.length)
    const others = sequence.filter((one) => one !== unitId)
    setSequence(target.checked ? [...others, unitId] : others)
  }
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <Fields small>
          <DoneNote result={result} />
          <input type="hidden" name="id" value={draft.id} />
          <input type="hidden" name="version" value={draft.version} />
          <input type="hidden" name="list" value={token} />
          <input type="hidden" name="sequence" value={sequence.join(',')} />
          <Select
            name="how"
            of={token}
            label="点名方式"
            fault={faultOf(result, 'how')}
            defaultValue={typedValue(result, 'how', pick?.how ?? 'usual')}
            options={[{ value: 'usual', name: usualWords(usual) }, ...WAYS]}
          />
          <Input
            name="n"
            of={token}
            label="名数"
            help="列前几名、列后几名时填写"
            type="number"
            min={1}
            max={99}
            width="short"
            fault={faultOf(result, 'n')}
            defaultValue={typedValue(result, 'n', String(pick && 'n' in pick ? pick.n : USUALLY_NAMED))}
          />
          <div onChange={follow}>
            <Choices name="names" of={token} label="逐个选定时勾选" columns="many">
              {units.map(({ unitId, unit }) => (
                <Choice
                  key={unitId}
                  type="checkbox"
                  small
                  name={`${BOX}${unitId}`}
                  value="yes"
                  defaultChecked={chosen.includes(unitId)}
                  label={unit}
                />
              ))}
            </Choices>
          </div>
          <Select
            name="order"
            of={token}
            label="勾选的单位"
            defaultValue={typedValue(result, 'order', pick?.how === 'hand' ? pick.order : 'table')}
            options={ORDERS}
          />
          <Actions>
            <SendButton kind="plain" small>
              保存点名
            </SendButton>
          </Actions>
        </Fields>
      )}
    </ActionForm>
  )
}

const BOX = 'unit-'
const WAYS = Object.entries(PICKS).map(([value, name]) => ({ value, name }))

function usualWords(usual: Pick): string {
  return usual.how === 'last' ? `按惯例：列后${usual.n}名，最末的在前` : `按惯例：列前${USUALLY_NAMED}名`
}
