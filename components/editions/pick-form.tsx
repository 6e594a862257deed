'use client'
import { Actions } from '@/components/ui/actions'
import { Choice } from '@/components/ui/choice'
import { ActionForm, SendButton, typedValue } from '@/components/ui/form/action-form'
import { DoneNote } from '@/components/ui/form/done'
import { List } from '@/components/ui/list'
import type { FormAction, Result } from '@/lib/domain/base/result'
import { shortDateTime } from '@/lib/domain/time/quarter'
import { Identified } from './edition-forms'

type Item = {
  id: string
  title: string
  unit: string
  submittedAt: number | null
  notUsed: boolean
  adopted: boolean
  standsIn: readonly string[]
  /** It stands in this edition. */
  here: boolean
}
type Text = { id: string; title: string; units: readonly string[]; several: boolean }

type Props = {
  action: FormAction
  formKey: string
  edition: { id: string; version: number }
  items: readonly Item[]
  texts: readonly Text[]
  empty: string
}

/** What may be picked: tick several, press once. */
export function PickForm({ action, formKey, edition, items, texts, empty }: Props) {
  return (
    <ActionForm action={action} formKey={formKey}>
      {(result) => (
        <>
          <DoneNote result={result} />
          <Identified edition={edition} result={result} />
          <div id="field-ticks" className="grid gap-4">
            {texts.length > 0 && (
              <fieldset>
                <legend className="text-sm font-semibold">还没有编入任何一期的编辑稿</legend>
                <List>
                  {texts.map(({ id, title, units, several }) => (
                    <li key={id}>
                      <Tick
                        result={result}
                        name={`text-${id}`}
                        title={title}
                        help={`${several ? '综合，' : ''}${units.join('、')}`}
                      />
                    </li>
                  ))}
                </List>
              </fieldset>
            )}
            <fieldset>
              <legend className="text-sm font-semibold">近 60 天收到的信息</legend>
              {items.length === 0 ? (
                <p className="py-6 text-second">{empty}</p>
              ) : (
                <List>
                  {items.map((item) => (
                    <li key={item.id}>
                      <Tick
                        result={result}
                        name={`item-${item.id}`}
                        title={item.title}
                        barred={item.notUsed || item.here}
                        help={`${item.unit}${item.submittedAt === null ? '' : `，${shortDateTime(item.submittedAt)}`}${standing(item)}`}
                      />
                    </li>
                  ))}
                </List>
              )}
            </fieldset>
          </div>
          {items.length + texts.length > 0 && (
            <Actions stay says="勾选的各条依次排在已有内容之后。">
              <SendButton>编入本期</SendButton>
            </Actions>
          )}
        </>
      )}
    </ActionForm>
  )
}

type TickProps = { result: Result; name: string; title: string; help: string; barred?: boolean }

function Tick({ result, name, title, help, barred }: TickProps) {
  return (
    <Choice
      type="checkbox"
      name={name}
      label={title}
      help={help}
      blocked={barred && help}
      defaultChecked={typedValue(result, name) === 'on'}
    />
  )
}

/** What became of an item already, and why it can't be ticked. */
function standing({ notUsed, adopted, standsIn, here }: Item): string {
  if (here) return '；已在本期'
  if (notUsed) return '；已定为未采用，恢复后才能编入'
  if (standsIn.length > 0) return `；已编入${standsIn.join('、')}`
  return adopted ? '；已有采用记录' : ''
}
